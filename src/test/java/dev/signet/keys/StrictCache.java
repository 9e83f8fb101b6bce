package dev.signet.keys;

import dev.signet.jose.Jwk;
import dev.signet.jose.JwkSet;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.VerificationKeys;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A verifier's key cache at its most stubborn: asks again when max-age has passed and never because a kid is unknown. */
final class StrictCache implements VerificationKeys {

    private final SignatureEngine engine;
    private final Supplier<Instant> now;
    private final Supplier<Fetched> source;
    private final Map<String, VerificationKey> parsed = new HashMap<>();
    private Map<String, VerificationKey> keys = Map.of();
    private Instant goodUntil = Instant.MIN;
    private int fetches;

    StrictCache(SignatureEngine engine, Supplier<Instant> now, Supplier<Fetched> source) {
        this.engine = engine;
        this.now = now;
        this.source = source;
    }

    @Override
    public VerificationKey find(String kid) {
        Instant time = now.get();
        if (!time.isBefore(goodUntil)) {
            Fetched fetched = source.get();
            Map<String, VerificationKey> fresh = new HashMap<>();
            for (Jwk jwk : JwkSet.parse(fetched.body()).keys()) {
                fresh.put(jwk.kid(), parsed.computeIfAbsent(jwk.kid(), id -> engine.verificationKey(jwk)));
            }
            keys = fresh;
            // Not sooner than the headers say: the time of the request counts, and here it takes none.
            goodUntil = time.plus(fetched.maxAge());
            fetches++;
        }
        return keys.get(kid);
    }

    int fetches() {
        return fetches;
    }

    record Fetched(String body, Duration maxAge) {}
}
