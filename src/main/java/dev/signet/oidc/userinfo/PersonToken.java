package dev.signet.oidc.userinfo;

import java.util.UUID;

/** An access token that UserInfo accepts: of a session of a client, about a user. */
record PersonToken(String clientId, UUID accountId, UUID sessionId, String scope) {}
