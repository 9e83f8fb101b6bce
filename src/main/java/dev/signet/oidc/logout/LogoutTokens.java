package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.clients.Subjects;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtType;
import dev.signet.keys.ring.KeyRing;
import dev.signet.oidc.idtoken.IdTokens;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Issuer of logout tokens (OpenID Connect Back-Channel Logout §2.4). */
@Singleton
final class LogoutTokens {

    // §2.4 recommends at most two minutes.
    private static final Duration TTL = Duration.ofMinutes(2);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final KeyRing keys;
    private final Subjects subjects;
    private final IdTokens idTokens;
    private final String issuer;
    private final Clock clock;

    LogoutTokens(KeyRing keys, Subjects subjects, IdTokens idTokens, Issuer issuer, Clock clock) {
        this.keys = keys;
        this.subjects = subjects;
        this.idTokens = idTokens;
        this.issuer = issuer.value();
        this.clock = clock;
    }

    /** Issues a logout token. It never has a {@code nonce}, so that no client accepts it as an ID Token. */
    String issue(LogoutNotice notice, Client client) {
        Instant now = clock.instant();
        ClaimsSet claims = ClaimsSet.builder()
                .claim("iss", issuer)
                .claim("sub", subjects.of(client, notice.accountId))
                .claim("aud", client.id())
                .claim("iat", now)
                .claim("exp", now.plus(TTL))
                .claim("jti", notice.id.toString())
                .claim("sid", notice.sessionId.toString())
                .claim("events", Map.of(EVENT, Map.of()))
                .build();
        return keys.signer(idTokens.algorithm(client)).sign(JwtType.LOGOUT_TOKEN, claims);
    }
}
