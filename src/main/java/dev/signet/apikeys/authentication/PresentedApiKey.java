package dev.signet.apikeys.authentication;

import dev.signet.accounts.Account;
import dev.signet.clients.Scope;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored API key whose secret was presented, with its owner.
 *
 * @param audience values separated by spaces
 * @param roles values separated by spaces
 * @param endsAt the expiry of the presented secret; a former secret expires before its successor
 * @param owner an account that may receive tokens
 */
public record PresentedApiKey(
        UUID id,
        Scope scope,
        String audience,
        String roles,
        Instant issuedAt,
        @Nullable Instant endsAt,
        UUID sessionId,
        @Nullable Instant lastUsedAt,
        Account owner) {}
