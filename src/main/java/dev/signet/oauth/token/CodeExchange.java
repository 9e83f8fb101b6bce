package dev.signet.oauth.token;

import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.CodeGrant;
import dev.signet.oauth.code.PresentedCode;
import dev.signet.oauth.code.UsedCode;
import dev.signet.tokens.Grant;
import dev.signet.tokens.TokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.Optional;

/** The exchange of a code for a session and its tokens, in one transaction: the code is consumed only if the response is complete. */
@ApplicationScoped
class CodeExchange {

    private final AuthorizationCodes codes;
    private final TokenService tokens;
    private final TokenAnswers answers;

    CodeExchange(AuthorizationCodes codes, TokenService tokens, TokenAnswers answers) {
        this.codes = codes;
        this.tokens = tokens;
        this.answers = answers;
    }

    @Transactional
    Optional<TokenResponse> run(TokenRequest request, PresentedCode presented) {
        return codes.use(presented)
                .flatMap(code -> tokens.issue(session(request, code))
                        .map(issued -> answers.extended(request, issued, code.grant(), presented.value())));
    }

    private static Grant session(TokenRequest request, UsedCode code) {
        CodeGrant grant = code.grant();
        return new Grant(
                code.sessionId(),
                grant.accountId(),
                grant.clientId(),
                grant.audience(),
                grant.scope(),
                grant.acr(),
                grant.amr(),
                grant.authTime(),
                grant.address(),
                grant.userAgent(),
                request.terms(grant.scope(), grant.browserSessionId()));
    }
}
