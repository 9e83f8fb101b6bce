package dev.signet.oidc.idtoken;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What an ID Token says that this issuer once signed: for which client, about whom, of which session. */
public record IdTokenHint(
        String clientId, String subject, @Nullable UUID sessionId) {}
