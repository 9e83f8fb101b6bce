package dev.signet.oauth.token;

import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.CodeGrant;
import dev.signet.oauth.code.PresentedCode;
import dev.signet.oauth.code.UsedCode;
import dev.signet.tokens.grant.Grant;
import dev.signet.tokens.session.TokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.Optional;

/**
 * Exchange of a code for a session and its tokens, in one transaction: the code is consumed only if the response is
 * complete.
 */
@ApplicationScoped
class CodeExchange {

    private final AuthorizationCodes codes;
    private final TokenService tokens;
    private final UserTokenResponses responses;

    CodeExchange(AuthorizationCodes codes, TokenService tokens, UserTokenResponses responses) {
        this.codes = codes;
        this.tokens = tokens;
        this.responses = responses;
    }

    @Transactional
    Optional<TokenResponse> run(TokenRequest request, PresentedCode presented) {
        return codes.consume(presented)
                .flatMap(code -> tokens.issue(toGrant(request, code))
                        .map(issued -> responses.create(request, issued, code.grant(), presented.value())));
    }

    private static Grant toGrant(TokenRequest request, UsedCode code) {
        CodeGrant grant = code.grant();
        return new Grant(
                code.sessionId(),
                grant.authorization(),
                grant.origin(),
                request.sessionOptions(grant.authorization().scope(), grant.browserSessionId()));
    }
}
