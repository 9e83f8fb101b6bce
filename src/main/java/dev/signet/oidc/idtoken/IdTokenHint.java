package dev.signet.oidc.idtoken;

/** What an ID Token says that this issuer once signed: for which client, about whom. */
public record IdTokenHint(String clientId, String subject) {}
