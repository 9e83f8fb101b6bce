package dev.signet.support.oauth;

import org.jspecify.annotations.Nullable;

/** Request to the token endpoint, with one method for each grant. */
public final class TokenRequest extends OAuthRequest<TokenRequest> {

    private static final String PARAMETER = "grant_type";

    TokenRequest(@Nullable TestClient client) {
        super("/oauth2/token", client);
    }

    @Override
    TokenRequest self() {
        return this;
    }

    public TokenRequest grant(String type) {
        return with(PARAMETER, type);
    }

    public TokenRequest clientCredentials() {
        return grant("client_credentials");
    }

    public TokenRequest refresh(String refreshToken) {
        return grant("refresh_token").with("refresh_token", refreshToken);
    }

    /** Redeems a code of an {@link App}. */
    public TokenRequest code(String code) {
        return code(code, App.VERIFIER);
    }

    /** Redeems a code of an {@link App} with this verifier. */
    public TokenRequest code(String code, String verifier) {
        return grant("authorization_code")
                .with("code", code)
                .with("redirect_uri", App.REDIRECT_URI)
                .with("code_verifier", verifier);
    }

    public TokenRequest deviceCode(String deviceCode) {
        return grant(OAuth.DEVICE_CODE).with("device_code", deviceCode);
    }

    /** Exchanges an access token (RFC 8693). */
    public TokenRequest exchange(String accessToken) {
        return exchange(accessToken, OAuth.ACCESS_TOKEN);
    }

    /** Exchanges a token of this type. */
    public TokenRequest exchange(String token, String type) {
        return grant(OAuth.TOKEN_EXCHANGE).with("subject_token", token).with("subject_token_type", type);
    }

    /** Sends the request, asserts that it succeeds, and returns the access token. */
    public String accessToken() {
        return OAuth.accessToken(send());
    }
}
