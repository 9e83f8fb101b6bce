package dev.signet.oidc.userinfo;

import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeySchedule;
import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;

/** Metadata of the UserInfo endpoint (OpenID Connect Discovery §3). */
@Singleton
final class UserInfoMetadata implements MetadataSource {

    private final Issuer issuer;
    private final List<String> algorithms;

    UserInfoMetadata(Issuer issuer, KeySchedule schedule) {
        this.issuer = issuer;
        this.algorithms =
                schedule.algorithms().stream().map(JwsAlgorithm::wireName).toList();
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        metadata.put("userinfo_endpoint", issuer.url("/oauth2/userinfo"));
        metadata.put("userinfo_signing_alg_values_supported", algorithms);
    }
}
