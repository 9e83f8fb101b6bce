package dev.signet.accounts.event;

import java.util.UUID;

/**
 * A change of the names, the e-mail address or the roles of an account, or its enabling. Fired inside the transaction
 * that changes it. A change that reduces access also fires {@link AccessReduced}; disabling fires only that event.
 */
public record AccountChanged(UUID accountId) {}
