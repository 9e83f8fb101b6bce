package dev.signet.keys.lifecycle;

import dev.signet.jose.SignatureEngine;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.VerificationKeys;
import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwkSet;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A key cache of a verifier that requests the keys only after max-age, never because of an unknown kid. */
final class StrictCache implements VerificationKeys {

    private final SignatureEngine engine;
    private final Supplier<Instant> now;
    private final Supplier<Fetched> source;
    private final Map<String, VerificationKey> parsed = new HashMap<>();
    private Map<String, VerificationKey> keys = Map.of();
    private Instant freshUntil = Instant.MIN;
    private int fetches;

    StrictCache(SignatureEngine engine, Supplier<Instant> now, Supplier<Fetched> source) {
        this.engine = engine;
        this.now = now;
        this.source = source;
    }

    @Override
    public VerificationKey find(String kid) {
        Instant time = now.get();
        if (!time.isBefore(freshUntil)) {
            Fetched fetched = source.get();
            Map<String, VerificationKey> fresh = new HashMap<>();
            for (Jwk jwk : JwkSet.parse(fetched.body()).keys()) {
                fresh.put(jwk.kid(), parsed.computeIfAbsent(jwk.kid(), id -> engine.verificationKey(jwk)));
            }
            keys = fresh;
            // The age counts from the request, which takes no time in this test.
            freshUntil = time.plus(fetched.maxAge());
            fetches++;
        }
        return keys.get(kid);
    }

    int fetches() {
        return fetches;
    }

    record Fetched(String body, Duration maxAge) {}
}
