package dev.signet.oidc.userinfo;

import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;

import java.util.Map;

/** Where UserInfo is (OpenID Connect Discovery §3). */
@Singleton
final class UserInfoMetadata implements MetadataSource {

    private final Issuer issuer;

    UserInfoMetadata(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        metadata.put("userinfo_endpoint", issuer.url("/oauth2/userinfo"));
    }
}
