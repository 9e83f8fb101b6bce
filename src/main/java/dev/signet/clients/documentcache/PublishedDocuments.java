package dev.signet.clients.documentcache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** Cache of documents by URL. Its size is limited, because anyone can request new URLs. */
public final class PublishedDocuments<T> {

    private static final int MAX = 1_000;

    private final Clock clock;
    // The thread that adds a document also drops one, so that the size is never exceeded.
    private final Cache<String, CachedDocument<T>> documents =
            Caffeine.newBuilder().maximumSize(MAX).executor(Runnable::run).build();

    public PublishedDocuments(Clock clock) {
        this.clock = clock;
    }

    /** Returns the cached document of a URL; null if there is none. */
    public @Nullable CachedDocument<T> findCached(String url) {
        return documents.getIfPresent(url);
    }

    /** Returns the document of a URL without fetching it. */
    public CachedDocument<T> findOrAdd(String url, CachedDocument.Source<T> source) {
        return documents.get(url, absent -> new CachedDocument<>(source, clock));
    }
}
