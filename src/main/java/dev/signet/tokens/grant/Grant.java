package dev.signet.tokens.grant;

import dev.signet.web.caller.ClientOrigin;

import java.util.List;
import java.util.UUID;

/**
 * Grant of an authenticated user, from which a session and its tokens are created.
 *
 * @param sessionId the id of the new session, which no other session has
 * @param scope space-separated scope values (RFC 6749 §3.3)
 */
public record Grant(
        UUID sessionId,
        UUID accountId,
        String clientId,
        List<String> audience,
        String scope,
        AuthenticationContext authenticationContext,
        ClientOrigin origin,
        SessionOptions sessionOptions) {}
