package dev.signet.oauth.request;

import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.util.Map;

/**
 * Metadata of the supported forms of authorization requests (RFC 9126 §5, RFC 9101 §9, OpenID Connect Discovery §3).
 */
@Singleton
final class RequestMetadata implements MetadataSource {

    private final Issuer issuer;

    RequestMetadata(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        metadata.put("pushed_authorization_request_endpoint", issuer.url(PushedRequestResource.PATH));
        metadata.put("require_pushed_authorization_requests", false);
        // This member covers only URIs of other servers, not those of pushed requests.
        metadata.put("request_uri_parameter_supported", false);
        metadata.put("request_parameter_supported", true);
        metadata.put("require_signed_request_object", false);
        metadata.put("request_object_signing_alg_values_supported", JwsAlgorithm.classicNames());
        metadata.put("claims_parameter_supported", true);
    }
}
