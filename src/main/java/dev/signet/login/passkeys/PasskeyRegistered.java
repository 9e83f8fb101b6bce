package dev.signet.login.passkeys;

import java.util.UUID;

/** A new passkey of an account, fired inside the transaction that stores it. */
public record PasskeyRegistered(UUID accountId) {}
