package dev.signet.oidc.userinfo;

import java.util.UUID;

/**
 * An access token that UserInfo may answer: of a session of a client, about a person.
 *
 * @param delegated whether it was exchanged by another client than the session's (RFC 8693 §4.1)
 */
record PersonToken(String clientId, UUID accountId, UUID sessionId, String scope, boolean delegated) {}
