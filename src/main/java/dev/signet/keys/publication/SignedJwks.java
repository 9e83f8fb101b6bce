package dev.signet.keys.publication;

import dev.signet.jose.JwtType;
import dev.signet.jose.jwk.Jwk;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.ring.JwksDocument;
import dev.signet.keys.ring.KeyRing;
import dev.signet.keys.ring.StatementSigner;
import dev.signet.secrets.SecretDigest;
import dev.signet.web.issuer.Issuer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * The JWK Set signed by one of its own keys (OpenID Federation 1.0 §5.2.1.1), for clients that receive it over an
 * untrusted channel and already trust one of the keys. It is signed again after each change of the set and before it
 * expires.
 */
@ApplicationScoped
class SignedJwks {

    private static final CharSequence TYPE = HttpHeaders.createOptimized("application/jwk-set+jwt");

    /** One signature: the signed set and the period in which it is served. */
    private record Signed(String setEtag, Instant from, Instant until, Buffer body, String etag) {}

    private final KeyRing ring;
    private final StatementSigner signer;
    private final Issuer issuer;
    private final Duration life;
    private final Clock clock;
    private volatile @Nullable Signed signed;

    SignedJwks(KeyRing ring, StatementSigner signer, KeySchedule schedule, Issuer issuer, Clock clock) {
        this.ring = ring;
        this.signer = signer;
        this.issuer = issuer;
        this.life = schedule.longestTokenLife();
        this.clock = clock;
    }

    /** Returns the current set. It may be cached no longer than the plain one and never beyond its {@code exp}. */
    JwksResponse document() {
        Signed present = signed;
        JwksDocument set = ring.jwks();
        if (present == null || !isCurrent(present, set)) {
            present = sign(set);
            signed = present;
        }
        long maxAge = Math.min(set.maxAge().toSeconds(), life.dividedBy(2).toSeconds());
        return new JwksResponse(TYPE, present.body(), present.etag(), "public, max-age=" + maxAge);
    }

    private boolean isCurrent(Signed document, JwksDocument set) {
        Instant now = clock.instant();
        return document.setEtag().equals(set.etag())
                && !now.isBefore(document.from())
                && now.isBefore(document.until());
    }

    private Signed sign(JwksDocument document) {
        Instant now = clock.instant();
        String jwt = signer.sign(
                JwtType.JWK_SET,
                signer.startClaims(now)
                        .claim("sub", issuer.value())
                        .claim("exp", now.plus(life))
                        .objects(
                                "keys",
                                document.set().keys().stream().map(Jwk::members).toList()));
        String digest = Base64.getUrlEncoder().withoutPadding().encodeToString(SecretDigest.sha256(jwt));
        return new Signed(document.etag(), now, now.plus(life.dividedBy(4)), Buffer.buffer(jwt), '"' + digest + '"');
    }
}
