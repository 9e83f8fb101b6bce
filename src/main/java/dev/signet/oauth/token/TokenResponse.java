package dev.signet.oauth.token;

import dev.signet.clients.Scope;
import dev.signet.tokens.access.IssuedAccessToken;
import dev.signet.tokens.access.IssuedTokens;
import dev.signet.tokens.grant.TokenOptions;

import java.util.LinkedHashMap;
import java.util.Map;

/** Members of a successful response (RFC 6749 §5.1), to which {@link TokenResponseExtension}s add. */
final class TokenResponse {

    private final Map<String, Object> members = new LinkedHashMap<>();

    private TokenResponse(IssuedAccessToken token, Scope scope, TokenOptions options) {
        members.put("access_token", token.value());
        members.put("token_type", options.keyThumbprint() == null ? "Bearer" : "DPoP");
        members.put("expires_in", token.expiresIn().toSeconds());
        if (!scope.isEmpty()) {
            members.put("scope", scope.toString());
        }
    }

    static TokenResponse of(IssuedAccessToken token, Scope scope, TokenOptions options) {
        return new TokenResponse(token, scope, options);
    }

    static TokenResponse of(IssuedTokens tokens, TokenOptions options) {
        TokenResponse response = new TokenResponse(
                tokens.access(), tokens.sessionGrant().authorization().scope(), options);
        String refreshToken = tokens.refreshToken();
        if (refreshToken != null) {
            response.members.put("refresh_token", refreshToken);
            response.members.put("refresh_expires_in", tokens.refreshExpiresIn().toSeconds());
        }
        return response;
    }

    Map<String, Object> members() {
        return members;
    }

    @Override
    public String toString() {
        return "TokenResponse" + members.keySet();
    }
}
