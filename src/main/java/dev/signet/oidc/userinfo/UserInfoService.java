package dev.signet.oidc.userinfo;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.VerifiedJwt;
import dev.signet.oidc.claims.StandardClaim;
import dev.signet.tokens.AccessTokenVerifier;
import dev.signet.tokens.BoundTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells what an access token's client may know of its person, as the account is now. */
@ApplicationScoped
public class UserInfoService {

    private final AccessTokenVerifier verifier;
    private final AccountService accounts;

    UserInfoService(AccessTokenVerifier verifier, AccountService accounts) {
        this.verifier = verifier;
        this.accounts = accounts;
    }

    /**
     * The claims that the token's scope covers.
     *
     * @throws ServiceException {@code invalid_token} unless it is an access token of this issuer, for whichever audience, whose
     *     account may receive tokens; {@code insufficient_scope} unless its scope has {@code openid}
     */
    UserInfo of(String accessToken) {
        VerifiedJwt token = verifier.verifyForOthers(accessToken)
                .filter(BoundTokens::isBearer)
                .orElseThrow(() -> new ServiceException(ErrorCode.INVALID_TOKEN, "not an access token of ours"));
        String scope = token.claims().string("scope").orElse("");
        if (!List.of(scope.split(" ")).contains("openid")) {
            throw new ServiceException(ErrorCode.INSUFFICIENT_SCOPE, "scope without openid")
                    .challenge("Bearer realm=\"signet\", error=\"insufficient_scope\", scope=\"openid\"");
        }
        Account account = account(token)
                .orElseThrow(() -> new ServiceException(ErrorCode.INVALID_TOKEN, "account may not receive tokens"));
        ClaimsSet.Builder claims = ClaimsSet.builder().claim("sub", account.id().toString());
        StandardClaim.add(claims, StandardClaim.ofScope(scope), account);
        return new UserInfo(claims.build().toJson(), MediaType.APPLICATION_JSON_TYPE);
    }

    // A client's own token has the client's id there.
    private Optional<Account> account(VerifiedJwt token) {
        return token.claims()
                .string("sid")
                .flatMap(session -> token.claims().string("sub"))
                .map(UUID::fromString)
                .flatMap(accounts::mayReceiveTokens);
    }
}
