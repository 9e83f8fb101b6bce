package dev.signet.oauth.revocation;

import dev.signet.clients.authentication.ClientAuthentication;
import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Metadata of the revocation endpoints (RFC 8414 §2). */
@Singleton
final class RevocationMetadata implements MetadataSource {

    private final Issuer issuer;

    RevocationMetadata(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        metadata.put("revocation_endpoint", issuer.url(RevocationResource.PATH));
        metadata.put("revocation_endpoint_auth_methods_supported", new ArrayList<>(ClientAuthentication.methods()));
        metadata.put("global_token_revocation_endpoint", issuer.url(GlobalRevocationResource.PATH));
        metadata.put("global_token_revocation_endpoint_auth_methods_supported", List.of("Bearer", "DPoP"));
    }
}
