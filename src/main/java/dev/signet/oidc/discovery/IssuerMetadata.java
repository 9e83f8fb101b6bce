package dev.signet.oidc.discovery;

import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.tokens.access.DefaultAudience;
import dev.signet.tokens.status.TokenStatus;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;

/** Metadata of the issuer and the URLs of its keys (RFC 8414 §2). */
@Singleton
final class IssuerMetadata implements MetadataSource {

    private final Issuer issuer;
    private final DefaultAudience audience;
    private final TokenStatus status;

    IssuerMetadata(Issuer issuer, DefaultAudience audience, TokenStatus status) {
        this.issuer = issuer;
        this.audience = audience;
        this.status = status;
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        metadata.put("issuer", issuer.value());
        metadata.put("jwks_uri", issuer.url("/.well-known/jwks.json"));
        metadata.put("signed_jwks_uri", issuer.url("/.well-known/jwks.jwt"));
        status.aggregationUri().ifPresent(uri -> metadata.put("status_list_aggregation_endpoint", uri));
        if (audience.value().equals(issuer.value())) {
            metadata.put("protected_resources", List.of(issuer.value()));
        }
    }
}
