package dev.signet.accounts.event;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * The deletion of an account, fired inside the transaction that deletes it and before {@link AccessReduced}.
 *
 * @param actor the account of the administrator; null if no account deleted it
 */
public record AccountDeleted(UUID accountId, @Nullable UUID actor) {}
