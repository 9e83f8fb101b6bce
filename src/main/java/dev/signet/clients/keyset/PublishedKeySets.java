package dev.signet.clients.keyset;

import dev.signet.clients.documentcache.PublishedDocuments;
import dev.signet.fetch.CallPurpose;
import dev.signet.fetch.FetchFailedException;
import dev.signet.fetch.Fetcher;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.VerificationKeys;
import jakarta.inject.Singleton;

import java.net.URI;
import java.time.Clock;

/** Published key sets of clients by URL. */
@Singleton
public final class PublishedKeySets {

    private static final int MAX_BYTES = 128 * 1024;

    private final Fetcher fetcher;
    private final SignatureEngine engine;
    private final PublishedDocuments<PublicKeySet> sets;

    PublishedKeySets(Fetcher fetcher, SignatureEngine engine, Clock clock) {
        this.fetcher = fetcher;
        this.engine = engine;
        this.sets = new PublishedDocuments<>(clock);
    }

    /** Returns the keys published at a URL. A lookup may wait for an HTTP call. */
    public VerificationKeys at(String uri) {
        return new ClientKeySetDocument(sets.findOrAdd(uri, () -> fetch(uri)));
    }

    private PublicKeySet fetch(String uri) throws FetchFailedException {
        return PublicKeySet.parsePublished(
                fetcher.get(CallPurpose.CLIENT_KEY_SET, URI.create(uri), MAX_BYTES)
                        .text(),
                engine);
    }
}
