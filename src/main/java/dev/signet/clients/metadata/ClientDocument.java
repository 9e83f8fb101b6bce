package dev.signet.clients.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * Metadata of a client as requested, stored and returned. The names are those of the registration specifications (RFC
 * 7591 §2 and §3.2.1, RFC 7592 §3, OpenID Connect Dynamic Client Registration §2). Others are from RFC 9101 §10.5, RFC
 * 9126 §6, RFC 9449 §5.2, RFC 9701 §6 and the logout specifications of OpenID Connect. Signet adds its own. Times to
 * live are in seconds.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientDocument(
        @Schema(examples = "\"web\"") @Nullable String clientId,
        @Schema(examples = "1795335330") @Nullable Long clientIdIssuedAt,
        @Schema(examples = "\"sgc_2fJx…\"") @Nullable String clientSecret,
        @Schema(examples = "0") @Nullable Long clientSecretExpiresAt,
        @Schema(examples = "\"sgd_9xQk…\"") @Nullable String registrationAccessToken,

        @Schema(examples = "\"https://id.example.com/oauth2/register/web\"") @Nullable
        String registrationClientUri,

        @Schema(examples = "\"Notes\"") @Nullable String clientName,

        @Schema(examples = "[\"https://app.example/callback\"]") @Nullable
        List<@Nullable String> redirectUris,

        @Schema(examples = "[\"authorization_code\", \"refresh_token\"]") @Nullable
        List<@Nullable String> grantTypes,

        @Schema(examples = "[\"code\"]") @Nullable List<@Nullable String> responseTypes,
        @Schema(examples = "\"openid profile\"") @Nullable String scope,

        @Schema(examples = "[\"https://api.example\"]") @Nullable
        List<@Nullable String> audiences,

        @Schema(examples = "[\"auditor\"]") @Nullable List<@Nullable String> roles,
        @Schema(examples = "false") @Nullable Boolean firstParty,

        @Schema(examples = "\"client_secret_basic\"") @Nullable
        String tokenEndpointAuthMethod,

        @Schema(examples = "\"ES256\"") @Nullable String tokenEndpointAuthSigningAlg,

        @Schema(examples = "{\"keys\": []}") @Nullable Map<String, Object> jwks,

        @Schema(examples = "\"https://app.example/jwks.json\"") @Nullable
        String jwksUri,

        @Schema(examples = "\"RS256\"") @Nullable String idTokenSignedResponseAlg,
        @Schema(examples = "\"RS256\"") @Nullable String userinfoSignedResponseAlg,
        @Schema(examples = "\"RS256\"") @Nullable String introspectionSignedResponseAlg,
        @Schema(examples = "\"ES256\"") @Nullable String accessTokenSignedResponseAlg,
        @Schema(examples = "300") @Nullable Long accessTokenTtl,
        @Schema(examples = "86400") @Nullable Long refreshTokenTtl,

        @Schema(
                examples =
                        "{\"department\": {\"value\": \"sales\"}, \"roles\": {\"from\": \"roles\", \"in\": [\"id_token\"]}}")
        @Nullable
        Map<String, @Nullable ClaimMapping> claims,

        @Schema(examples = "false") @Nullable Boolean dpopBoundAccessTokens,
        @Schema(examples = "true") @Nullable Boolean refreshTokenRotation,
        @Schema(examples = "false") @Nullable Boolean requirePushedAuthorizationRequests,
        @Schema(examples = "false") @Nullable Boolean requireSignedRequestObject,
        @Schema(examples = "\"public\"") @Nullable String subjectType,

        @Schema(examples = "\"https://app.example/redirect-uris.json\"") @Nullable
        String sectorIdentifierUri,

        @Schema(examples = "3600") @Nullable Long defaultMaxAge,
        @Schema(examples = "false") @Nullable Boolean requireAuthTime,

        @Schema(examples = "[\"https://app.example/\"]") @Nullable
        List<@Nullable String> postLogoutRedirectUris,

        @Schema(examples = "\"https://app.example/backchannel-logout\"") @Nullable
        String backchannelLogoutUri,

        @Schema(examples = "true") @Nullable Boolean backchannelLogoutSessionRequired,

        @Schema(examples = "\"https://app.example/\"") @Nullable
        String clientUri,

        @Schema(examples = "\"https://app.example/logo.png\"") @Nullable
        String logoUri,

        @Schema(examples = "\"https://app.example/privacy\"") @Nullable
        String policyUri,

        @Schema(examples = "\"https://app.example/terms\"") @Nullable
        String tosUri,

        @Schema(examples = "[\"ops@app.example\"]") @Nullable
        List<@Nullable String> contacts) {

    /** Rejects members that only a response may contain. */
    public void requireRequested() {
        readOnly("client_id_issued_at", clientIdIssuedAt);
        readOnly("client_secret", clientSecret);
        readOnly("client_secret_expires_at", clientSecretExpiresAt);
        readOnly("registration_access_token", registrationAccessToken);
        readOnly("registration_client_uri", registrationClientUri);
    }

    private static void readOnly(String member, @Nullable Object value) {
        if (value != null) {
            throw ServiceException.invalidMember(member, member + " is read-only");
        }
    }

    @Override
    public String toString() {
        return "ClientDocument";
    }
}
