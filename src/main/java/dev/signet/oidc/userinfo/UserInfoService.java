package dev.signet.oidc.userinfo;

import dev.signet.clients.ClaimLocation;
import dev.signet.clients.Client;
import dev.signet.clients.Subjects;
import dev.signet.clients.TokenSettings;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtType;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.ring.KeyRing;
import dev.signet.oidc.claims.StandardClaim;
import dev.signet.tokens.access.MappedClaims;
import dev.signet.tokens.dpop.PresentedProof;
import dev.signet.web.WorkerThreads;
import dev.signet.web.issuer.Issuer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

import java.util.Optional;

/**
 * Service for UserInfo: the claims of a user that the client of an access token may receive, from the current data of
 * the account (OpenID Connect Core §5.3).
 */
@Singleton
final class UserInfoService {

    private final UserInfoTokenVerifier verifier;
    private final UserInfoSubjects userInfoSubjects;
    private final Subjects subjects;
    private final KeyRing keys;
    private final Issuer issuer;

    UserInfoService(
            UserInfoTokenVerifier verifier,
            UserInfoSubjects userInfoSubjects,
            Subjects subjects,
            KeyRing keys,
            Issuer issuer) {
        this.verifier = verifier;
        this.userInfoSubjects = userInfoSubjects;
        this.subjects = subjects;
        this.keys = keys;
        this.issuer = issuer;
    }

    /** Returns the UserInfo of a bearer token, without a worker thread if the account is cached. */
    Uni<UserInfo> ofBearer(String accessToken) {
        UserInfoToken token = verifier.verifyBearer(accessToken);
        return WorkerThreads.computeUnlessPresent(
                userInfoSubjects.findCached(token).map(subject -> info(token, subject)), () -> read(token));
    }

    /** Returns the UserInfo of a token that is bound to a key. */
    Uni<UserInfo> ofBound(String accessToken, PresentedProof proof) {
        return WorkerThreads.computeUnlessPresent(
                Optional.empty(), () -> read(verifier.verifyBound(accessToken, proof)));
    }

    private UserInfo read(UserInfoToken token) {
        return userInfoSubjects
                .read(token)
                .map(subject -> info(token, subject))
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.INVALID_TOKEN, "the client was deleted, or the account may not receive tokens"));
    }

    private UserInfo info(UserInfoToken token, UserInfoSubject subject) {
        Client client = subject.client();
        JwsAlgorithm algorithm = client.identity().userInfoAlgorithm();
        ClaimsSet.Builder claims = ClaimsSet.builder();
        if (algorithm != null) {
            claims.claim("iss", issuer.value()).claim("aud", client.id());
        }
        claims.claim("sub", subjects.of(client, token.accountId()));
        TokenSettings settings = client.tokens();
        StandardClaim.add(
                claims,
                StandardClaim.ofScope(token.scope()),
                subject.account(),
                MappedClaims.names(settings, ClaimLocation.USERINFO));
        MappedClaims.add(claims, settings, ClaimLocation.USERINFO, subject.account(), token.scope());
        return algorithm == null
                ? new UserInfo(claims.build().toJson(), MediaType.APPLICATION_JSON_TYPE)
                : new UserInfo(keys.signer(algorithm).sign(JwtType.ID_TOKEN, claims.build()), UserInfo.JWT);
    }
}
