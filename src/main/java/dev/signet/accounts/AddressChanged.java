package dev.signet.accounts;

import java.util.UUID;

/** An account has another e-mail address than before, or none; fired inside the transaction that changes it. */
public record AddressChanged(UUID accountId, String formerAddress) {}
