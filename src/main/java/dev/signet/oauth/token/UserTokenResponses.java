package dev.signet.oauth.token;

import dev.signet.oauth.code.CodeGrant;
import dev.signet.tokens.access.IssuedTokens;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Token responses for users, with the members that extensions add. */
@Singleton
final class UserTokenResponses {

    private final List<TokenResponseExtension> extensions;

    UserTokenResponses(@All List<TokenResponseExtension> extensions) {
        this.extensions = extensions;
    }

    TokenResponse create(TokenRequest request, IssuedTokens tokens, CodeGrant code, String codeValue) {
        return create(request, tokens, code.nonce(), codeValue, code.claimsRequest());
    }

    TokenResponse create(TokenRequest request, IssuedTokens tokens) {
        return create(request, tokens, null, null, null);
    }

    private TokenResponse create(
            TokenRequest request,
            IssuedTokens tokens,
            @Nullable String nonce,
            @Nullable String code,
            @Nullable String claimsRequest) {
        TokenResponse response = TokenResponse.of(tokens, request.options());
        IssuedGrant grant = new IssuedGrant(
                request.client(),
                tokens.account(),
                tokens.sessionGrant(),
                nonce,
                tokens.access().value(),
                code,
                claimsRequest);
        extensions.forEach(extension -> extension.extend(grant, response.members()));
        return response;
    }
}
