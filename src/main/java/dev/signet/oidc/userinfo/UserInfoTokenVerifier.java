package dev.signet.oidc.userinfo;

import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.VerifiedJwt;
import dev.signet.tokens.access.AccessTokenVerifier;
import dev.signet.tokens.dpop.DpopBoundTokens;
import dev.signet.tokens.dpop.PresentedProof;
import jakarta.inject.Singleton;

import java.util.Optional;
import java.util.UUID;

/**
 * Verifier of access tokens at UserInfo: issued by this issuer, for any audience, with {@code openid} in their scope.
 */
@Singleton
final class UserInfoTokenVerifier {

    private static final String OPENID = "openid";

    private final AccessTokenVerifier verifier;
    private final DpopBoundTokens boundTokens;

    UserInfoTokenVerifier(AccessTokenVerifier verifier, DpopBoundTokens boundTokens) {
        this.verifier = verifier;
        this.boundTokens = boundTokens;
    }

    /**
     * Verifies a bearer token.
     *
     * @throws ServiceException {@code invalid_token}, also if the token is bound to a key; {@code insufficient_scope}
     */
    UserInfoToken verifyBearer(String accessToken) {
        return toUserInfoToken(verifier.verifyForOthers(accessToken)
                .filter(token -> DpopBoundTokens.isBearer(token.claims()))
                .orElseThrow(() -> invalid("the token is not a valid bearer token")));
    }

    /**
     * Verifies a token with its DPoP proof (RFC 9449 §7.1). Waits for the database.
     *
     * @throws ServiceException {@code invalid_token}, {@code invalid_dpop_proof}, {@code use_dpop_nonce}, {@code
     *     insufficient_scope}
     */
    UserInfoToken verifyBound(String accessToken, PresentedProof proof) {
        return toUserInfoToken(boundTokens.requireProof(verifier.verifyForOthers(accessToken), proof));
    }

    private UserInfoToken toUserInfoToken(VerifiedJwt token) {
        ClaimsSet claims = token.claims();
        Scope scope = Scope.ofNullable(claims.string("scope").orElse(null));
        if (!scope.contains(OPENID)) {
            throw new ServiceException(ErrorCode.INSUFFICIENT_SCOPE, "the scope does not contain openid")
                    .challenge("Bearer realm=\"signet\", error=\"insufficient_scope\", scope=\"openid\"");
        }
        return new UserInfoToken(
                claims.string("client_id").orElseThrow(() -> invalid("the access token has no client_id")),
                parseId(claims.string("sub")),
                parseId(claims.string("sid")),
                scope);
    }

    // A client's own token has no session, and its subject is the client id instead of an account id.
    private static UUID parseId(Optional<String> claim) {
        return claim.map(UUID::fromString).orElseThrow(() -> invalid("the access token has no user session"));
    }

    private static ServiceException invalid(String reason) {
        return new ServiceException(ErrorCode.INVALID_TOKEN, reason);
    }
}
