package dev.signet.clients;

import dev.signet.jose.jwk.JwsAlgorithm;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Settings of the identity data that a client receives (OpenID Connect Dynamic Client Registration §2).
 *
 * @param sector the sector of its pairwise subjects ({@code subject_type}); null for public subjects
 * @param userInfoAlgorithm {@code userinfo_signed_response_alg}; plain JSON if null
 * @param introspectionAlgorithm {@code introspection_signed_response_alg} (RFC 9701 §6)
 * @param defaultMaxAge {@code default_max_age}
 * @param authTimeRequired {@code require_auth_time}
 */
public record IdentitySettings(
        @Nullable String sector,
        @Nullable JwsAlgorithm userInfoAlgorithm,
        @Nullable JwsAlgorithm introspectionAlgorithm,
        @Nullable Duration defaultMaxAge,
        boolean authTimeRequired) {

    public static final IdentitySettings DEFAULT = new IdentitySettings(null, null, null, null, false);
}
