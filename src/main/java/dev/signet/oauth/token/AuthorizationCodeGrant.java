package dev.signet.oauth.token;

import dev.signet.clients.GrantType;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.oauth.OAuthParameters;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.PresentedCode;
import jakarta.inject.Singleton;

/** Grant {@code authorization_code}, always with PKCE (RFC 6749 §4.1.3, RFC 7636 §4.5). */
@Singleton
final class AuthorizationCodeGrant implements TokenGrant {

    private final CodeExchange exchange;
    private final AuthorizationCodes codes;

    AuthorizationCodeGrant(CodeExchange exchange, AuthorizationCodes codes) {
        this.exchange = exchange;
        this.codes = codes;
    }

    @Override
    public GrantType type() {
        return GrantType.AUTHORIZATION_CODE;
    }

    @Override
    public TokenResponse issue(TokenRequest request) {
        OAuthParameters parameters = request.parameters();
        PresentedCode presented = new PresentedCode(
                parameters.required("code"),
                request.client().id(),
                parameters.required("redirect_uri"),
                // A missing code_verifier matches no challenge: invalid_grant (RFC 7636 §4.6), as FAPI 2.0 requires.
                parameters.first("code_verifier").orElse(""),
                request.options().keyThumbprint());
        return exchange.run(request, presented).orElseThrow(() -> {
            codes.endSessionAfterReplay(presented);
            return new ServiceException(
                    ErrorCode.INVALID_GRANT, "code is invalid, expired or used, or does not match the request");
        });
    }
}
