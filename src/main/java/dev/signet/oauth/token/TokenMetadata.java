package dev.signet.oauth.token;

import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the published metadata say of the token endpoint (RFC 8414 §2). */
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
        metadata.put("dpop_signing_alg_values_supported", List.of("ES256", "RS256", "Ed25519"));
        metadata.put("grant_types_supported", new ArrayList<>(grants.types()));
    }
}
