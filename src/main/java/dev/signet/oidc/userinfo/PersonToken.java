package dev.signet.oidc.userinfo;

import java.util.UUID;

/** An access token that UserInfo may answer: of a session of a client, about a person. */
record PersonToken(String clientId, UUID accountId, UUID sessionId, String scope) {}
