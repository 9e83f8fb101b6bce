package dev.signet.oidc.userinfo;

import dev.signet.clients.Scope;

import java.util.UUID;

/** An access token that UserInfo accepts: the token of a user, from a session of a client. */
record UserInfoToken(String clientId, UUID accountId, UUID sessionId, Scope scope) {}
