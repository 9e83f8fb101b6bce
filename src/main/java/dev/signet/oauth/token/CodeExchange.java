package dev.signet.oauth.token;

import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.CodeGrant;
import dev.signet.oauth.code.PresentedCode;
import dev.signet.oauth.code.UsedCode;
import dev.signet.tokens.Grant;
import dev.signet.tokens.IssuedTokens;
import dev.signet.tokens.TokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.Optional;

/** A code for a session and its tokens, in one transaction: either the code is used up and the session is there, or neither. */
@ApplicationScoped
class CodeExchange {

    record Exchanged(CodeGrant grant, IssuedTokens tokens) {}

    private final AuthorizationCodes codes;
    private final TokenService tokens;

    CodeExchange(AuthorizationCodes codes, TokenService tokens) {
        this.codes = codes;
        this.tokens = tokens;
    }

    @Transactional
    Optional<Exchanged> run(TokenRequest request, PresentedCode presented) {
        return codes.use(presented)
                .flatMap(code ->
                        tokens.issue(session(request, code)).map(issued -> new Exchanged(code.grant(), issued)));
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
