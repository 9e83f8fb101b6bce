package dev.signet.tokens.notbefore;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A request to end everything that an account was granted on a login before an instant. Fired inside the transaction
 * that ends the sessions, even if a later instant was already stored.
 *
 * @param notBefore the instant that applies
 * @param actor the account of the administrator; null if a client sent the request
 */
public record NotBeforeSet(
        UUID accountId, Instant notBefore, @Nullable UUID actor) {}
