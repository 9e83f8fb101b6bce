package dev.signet.oidc.idtoken;

/** Client and subject of an ID Token that this issuer signed. */
public record IdTokenHint(String clientId, String subject) {}
