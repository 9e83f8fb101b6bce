package dev.signet.tokens;

import dev.signet.accounts.Account;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwsAlgorithm;
import dev.signet.jose.JwtType;
import dev.signet.keys.KeyRing;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Makes access tokens: JWTs of RFC 9068 that are also MicroProfile JWTs. */
@Singleton
final class AccessTokens {

    private static final int JTI_BYTES = 16;

    private final KeyRing keys;
    private final JwsAlgorithm algorithm;
    private final String issuer;
    private final Duration ttl;
    private final Clock clock;
    private final SecureRandom random;

    AccessTokens(KeyRing keys, TokensConfig config, Issuer issuer, Clock clock, SecureRandom random) {
        this.keys = keys;
        this.algorithm = JwsAlgorithm.ofSetting(config.algorithm());
        this.issuer = issuer.value();
        this.ttl = config.accessTokenTtl();
        this.clock = clock;
        this.random = random;
    }

    Duration ttl() {
        return ttl;
    }

    /** Signs a token for what the session was granted and for what the account may now. */
    String issue(Account account, Granted granted) {
        Instant now = clock.instant();
        List<String> audience = granted.audience();
        ClaimsSet.Builder claims = ClaimsSet.builder()
                .claim("iss", issuer)
                .claim("sub", account.id().toString());
        if (audience.size() == 1) {
            claims.claim("aud", audience.get(0));
        } else {
            claims.claim("aud", audience);
        }
        claims.claim("exp", now.plus(ttl))
                .claim("iat", now)
                .claim("nbf", now)
                .claim("jti", jti())
                .claim("client_id", granted.clientId())
                .claim("scope", granted.scope())
                .claim("sid", granted.sessionId().toString())
                .claim("auth_time", granted.authTime())
                .claim("acr", granted.acr())
                .claim("amr", granted.amr())
                .claim("upn", account.username())
                .claim("groups", account.roles().stream().sorted().toList());
        addPersonalData(claims, account, granted.scope());
        return keys.signer(algorithm).sign(JwtType.ACCESS_TOKEN, claims.build());
    }

    // Only what a scope asks for (OpenID Connect Core §5.4).
    private static void addPersonalData(ClaimsSet.Builder claims, Account account, String scope) {
        String email = account.email();
        if (email != null && List.of(scope.split(" ")).contains("email")) {
            claims.claim("email", email).claim("email_verified", account.emailVerified());
        }
    }

    private String jti() {
        byte[] bytes = new byte[JTI_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
