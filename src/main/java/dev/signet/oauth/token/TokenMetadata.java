package dev.signet.oauth.token;

import dev.signet.clients.authentication.ClientAuthentication;
import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.tokens.dpop.DpopProofs;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.Map;

/** Metadata of the token endpoint (RFC 8414 §2). */
@Singleton
final class TokenMetadata implements MetadataSource {

    private final Issuer issuer;
    private final TokenGrants grants;

    TokenMetadata(Issuer issuer, TokenGrants grants) {
        this.issuer = issuer;
        this.grants = grants;
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        metadata.put("token_endpoint", issuer.url(TokenResource.PATH));
        metadata.put("token_endpoint_auth_methods_supported", new ArrayList<>(ClientAuthentication.methods()));
        metadata.put(
                "token_endpoint_auth_signing_alg_values_supported",
                new ArrayList<>(ClientAuthentication.signingAlgorithms()));
        metadata.put("dpop_signing_alg_values_supported", DpopProofs.algorithms());
        metadata.put("grant_types_supported", new ArrayList<>(grants.types()));
    }
}
