package dev.signet.accounts.event;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A reduction of an account's access: existing tokens still claim something that the account no longer has. Fired
 * inside the transaction that reduces it.
 *
 * @param exceptSessionId the session that made the change and stays active; null if every session ends
 */
public record AccessReduced(
        UUID accountId,
        AccessReductionReason reason,
        @Nullable UUID exceptSessionId) {}
