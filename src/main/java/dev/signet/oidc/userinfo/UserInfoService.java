package dev.signet.oidc.userinfo;

import dev.signet.clients.ClaimPlace;
import dev.signet.clients.Client;
import dev.signet.clients.Subjects;
import dev.signet.clients.TokenSettings;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwsAlgorithm;
import dev.signet.jose.JwtType;
import dev.signet.keys.KeyRing;
import dev.signet.oidc.claims.StandardClaim;
import dev.signet.tokens.MappedClaims;
import dev.signet.tokens.dpop.PresentedProof;
import dev.signet.web.Issuer;
import dev.signet.web.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

import java.util.Optional;

/** Tells what an access token's client may know of its person, as the account is now (OpenID Connect Core §5.3). */
@Singleton
public final class UserInfoService {

    private final PersonTokens tokens;
    private final Persons persons;
    private final Subjects subjects;
    private final KeyRing keys;
    private final Issuer issuer;

    UserInfoService(PersonTokens tokens, Persons persons, Subjects subjects, KeyRing keys, Issuer issuer) {
        this.tokens = tokens;
        this.persons = persons;
        this.subjects = subjects;
        this.keys = keys;
        this.issuer = issuer;
    }

    /** Of a bearer token; at once if its person was read a moment ago. */
    Uni<UserInfo> ofBearer(String accessToken) {
        PersonToken token = tokens.bearer(accessToken);
        return Worker.unless(persons.remembered(token).map(person -> info(token, person)), () -> read(token));
    }

    /** Of a token that is bound to a key. */
    Uni<UserInfo> ofBound(String accessToken, PresentedProof proof) {
        return Worker.unless(Optional.empty(), () -> read(tokens.bound(accessToken, proof)));
    }

    private UserInfo read(PersonToken token) {
        return persons.read(token)
                .map(person -> info(token, person))
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.INVALID_TOKEN, "the client was deleted, or the account may not receive tokens"));
    }

    private UserInfo info(PersonToken token, Person person) {
        Client client = person.client();
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
                person.account(),
                MappedClaims.names(settings, ClaimPlace.USERINFO));
        MappedClaims.add(claims, settings, ClaimPlace.USERINFO, person.account(), token.scope());
        return algorithm == null
                ? new UserInfo(claims.build().toJson(), MediaType.APPLICATION_JSON_TYPE)
                : new UserInfo(keys.signer(algorithm).sign(JwtType.ID_TOKEN, claims.build()), UserInfo.JWT);
    }
}
