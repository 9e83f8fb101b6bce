package dev.signet.accounts;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * An account lost something its present tokens still claim; fired inside the transaction that takes it away.
 *
 * @param reason a constant such as {@code account_disabled}, fit for the event record
 * @param exceptSessionId the session that caused the change itself and stays
 */
public record AccessReduced(
        UUID accountId, String reason, @Nullable UUID exceptSessionId) {}
