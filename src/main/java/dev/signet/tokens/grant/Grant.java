package dev.signet.tokens.grant;

import dev.signet.web.caller.ClientOrigin;

import java.util.UUID;

/**
 * Grant of an authenticated user, from which a session and its tokens are created.
 *
 * @param sessionId the id of the new session, which no other session has
 */
public record Grant(UUID sessionId, Authorization authorization, ClientOrigin origin, SessionOptions sessionOptions) {}
