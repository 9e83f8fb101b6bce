package dev.signet.clients.keyset;

import dev.signet.fetch.FetchRefusedException;
import dev.signet.fetch.Fetcher;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.VerificationKeys;
import jakarta.inject.Singleton;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The key sets clients publish, by their address; the ones asked for last are remembered. */
@Singleton
public final class PublishedKeySets {

    private static final int MAX_BYTES = 128 * 1024;
    private static final int MAX_SETS = 1_000;
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration GOOD = Duration.ofHours(1);

    private final Fetcher fetcher;
    private final SignatureEngine engine;
    private final Clock clock;
    private final Map<String, PublishedKeys> sets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PublishedKeys> eldest) {
            return size() > MAX_SETS;
        }
    };

    PublishedKeySets(Fetcher fetcher, SignatureEngine engine, Clock clock) {
        this.fetcher = fetcher;
        this.engine = engine;
        this.clock = clock;
    }

    /** The keys published at an address. Looking one up may wait for a call. */
    public VerificationKeys at(String uri) {
        synchronized (sets) {
            return sets.computeIfAbsent(
                    uri,
                    address -> new PublishedKeys(new PublishedKeys.Source(() -> fetch(address), FRESH, GOOD, clock)));
        }
    }

    private PublicKeySet fetch(String uri) throws FetchRefusedException {
        return PublicKeySet.published(fetcher.get(URI.create(uri), MAX_BYTES).text(), engine);
    }
}
