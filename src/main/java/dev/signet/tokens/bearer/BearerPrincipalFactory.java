package dev.signet.tokens.bearer;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.VerifiedJwt;
import dev.signet.tokens.access.AccessTokenVerifier;
import dev.signet.tokens.dpop.DpopBoundTokens;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Adapter that lets MicroProfile JWT verify bearer tokens with {@link AccessTokenVerifier} and the live key ring
 * instead of a configured key.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class BearerPrincipalFactory extends JWTCallerPrincipalFactory {

    private final AccessTokenVerifier verifier;

    BearerPrincipalFactory(AccessTokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public JWTCallerPrincipal parse(String compact, JWTAuthContextInfo context) throws ParseException {
        VerifiedJwt verified = verifier.verifyOwn(compact)
                .filter(token -> DpopBoundTokens.isBearer(token.claims()))
                .orElseThrow(BearerPrincipalFactory::invalidToken);
        return BearerPrincipal.of(verified);
    }

    // MicroProfile JWT drops the message of this exception. The cause keeps the reason for the log.
    private static ParseException invalidToken() {
        ServiceException reason = new ServiceException(
                ErrorCode.INVALID_TOKEN,
                "the access token is malformed, expired, revoked or not a bearer token of Signet");
        return new ParseException(reason.getMessage(), reason);
    }
}
