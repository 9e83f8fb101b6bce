package dev.signet.clients;

import dev.signet.jose.jwk.JwsAlgorithm;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * Token settings of a client; null values mean the configuration of the installation.
 *
 * @param accessTokenAlgorithm {@code access_token_signed_response_alg}
 * @param idTokenAlgorithm {@code id_token_signed_response_alg}; RS256 if null
 * @param senderConstrained {@code dpop_bound_access_tokens} (RFC 9449 §5.2): every token request needs a proof
 * @param refreshTokenRotation {@code refresh_token_rotation}: a refresh replaces the refresh token (RFC 9700 §4.14.2)
 * @param roles the tokens in which the client receives the roles of an account
 * @param claims additional claims of its tokens
 * @param registration the number of the registration that the tokens belong to, unique for the {@code client_id}; 0 for
 *     clients that were registered before registrations had numbers
 */
public record TokenSettings(
        @Nullable JwsAlgorithm accessTokenAlgorithm,
        @Nullable JwsAlgorithm idTokenAlgorithm,
        @Nullable Duration accessTokenTtl,
        @Nullable Duration refreshTokenTtl,
        boolean senderConstrained,
        boolean refreshTokenRotation,
        RoleRelease roles,
        List<MappedClaim> claims,
        long registration) {

    public static final TokenSettings AS_CONFIGURED =
            new TokenSettings(null, null, null, null, false, true, RoleRelease.ALWAYS, List.of(), 0);

    public TokenSettings {
        claims = List.copyOf(claims);
    }

    TokenSettings of(long number) {
        return with(roles, number);
    }

    /**
     * Returns the settings for a token of the client's own account, whose roles an administrator set for this client.
     */
    public TokenSettings forServiceAccount() {
        return with(RoleRelease.ALWAYS, registration);
    }

    private TokenSettings with(RoleRelease otherRoles, long otherRegistration) {
        return new TokenSettings(
                accessTokenAlgorithm,
                idTokenAlgorithm,
                accessTokenTtl,
                refreshTokenTtl,
                senderConstrained,
                refreshTokenRotation,
                otherRoles,
                claims,
                otherRegistration);
    }
}
