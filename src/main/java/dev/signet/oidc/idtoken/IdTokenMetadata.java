package dev.signet.oidc.idtoken;

import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeySchedule;
import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.oidc.claims.StandardClaim;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Metadata of ID Tokens (OpenID Connect Discovery §3). */
@Singleton
final class IdTokenMetadata implements MetadataSource {

    private static final List<String> CLAIMS =
            List.of("iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "sid", "at_hash");

    private final List<JwsAlgorithm> algorithms;

    IdTokenMetadata(KeySchedule schedule) {
        this.algorithms = schedule.algorithms();
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        List<String> claims = new ArrayList<>(CLAIMS);
        Arrays.stream(StandardClaim.values()).map(StandardClaim::wire).forEach(claims::add);
        metadata.put("claims_supported", claims);
        metadata.put("claim_types_supported", List.of("normal"));
        metadata.put("claims_parameter_supported", true);
        metadata.put("subject_types_supported", List.of("pairwise", "public"));
        metadata.put(
                "id_token_signing_alg_values_supported",
                algorithms.stream().map(JwsAlgorithm::wireName).toList());
        metadata.put(
                "scopes_supported", new ArrayList<>(List.of("openid", "profile", "email", "groups", "offline_access")));
        metadata.put("acr_values_supported", List.of("aal1", "aal2", "phr"));
    }
}
