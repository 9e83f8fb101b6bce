package dev.signet.oidc.logout;

import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.util.Map;

/** Metadata of the logout endpoint (OpenID Connect RP-Initiated Logout §2.1). */
@Singleton
final class LogoutMetadata implements MetadataSource {

    private final Issuer issuer;

    LogoutMetadata(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        metadata.put("end_session_endpoint", issuer.url("/oauth2/logout"));
    }
}
