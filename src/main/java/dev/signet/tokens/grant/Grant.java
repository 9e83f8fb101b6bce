package dev.signet.tokens.grant;

import dev.signet.clients.Scope;
import dev.signet.web.caller.ClientOrigin;

import java.util.List;
import java.util.UUID;

/**
 * Grant of an authenticated user, from which a session and its tokens are created.
 *
 * @param sessionId the id of the new session, which no other session has
 */
public record Grant(
        UUID sessionId,
        UUID accountId,
        String clientId,
        List<String> audience,
        Scope scope,
        AuthenticationContext authenticationContext,
        ClientOrigin origin,
        SessionOptions sessionOptions) {}
