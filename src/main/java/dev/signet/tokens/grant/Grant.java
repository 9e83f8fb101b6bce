package dev.signet.tokens.grant;

import dev.signet.web.caller.ClientOrigin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Grant of an authenticated user, from which a session and its tokens are created.
 *
 * @param sessionId the id of the new session, which no other session has
 * @param scope space-separated scope values (RFC 6749 §3.3)
 * @param acr authentication context class reference
 * @param amr authentication method references (RFC 8176)
 */
public record Grant(
        UUID sessionId,
        UUID accountId,
        String clientId,
        List<String> audience,
        String scope,
        String acr,
        List<String> amr,
        Instant authTime,
        ClientOrigin origin,
        SessionOptions sessionOptions) {}
