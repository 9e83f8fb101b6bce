package dev.signet.selfservice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The issuer and its public documents.
 *
 * @param openidConfiguration the metadata of OpenID Connect Discovery §4
 * @param oauthAuthorizationServer the metadata of RFC 8414 §3
 * @param jwksUri the JWK Set
 * @param account the pages on which users manage their account
 */
record ServiceLinks(
        @Schema(examples = "\"https://signet.example\"") String issuer,

        @Schema(examples = "\"https://signet.example/.well-known/openid-configuration\"")
        String openidConfiguration,

        @Schema(examples = "\"https://signet.example/.well-known/oauth-authorization-server\"")
        String oauthAuthorizationServer,

        @Schema(examples = "\"https://signet.example/.well-known/jwks.json\"")
        String jwksUri,

        @Schema(examples = "\"https://signet.example/account\"")
        String account) {}
