package dev.signet.accounts.event;

import java.util.UUID;

/**
 * A new password of an account, fired inside the transaction that sets it. A reset through a link also fires {@link
 * PasswordReset}.
 *
 * @param byUser whether the user of the account set it, and not an administrator
 */
public record PasswordChanged(UUID accountId, boolean byUser) {}
