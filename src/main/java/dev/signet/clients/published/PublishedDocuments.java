package dev.signet.clients.published;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Least-recently-used cache of documents by URL. Its size is limited, because anyone can request new URLs. */
public final class PublishedDocuments<T> {

    private static final int MAX = 1_000;

    private final Clock clock;
    private final Map<String, CachedDocument<T>> documents = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CachedDocument<T>> eldest) {
            return size() > MAX;
        }
    };

    public PublishedDocuments(Clock clock) {
        this.clock = clock;
    }

    /** Returns the cached document of a URL; null if there is none. */
    public @Nullable CachedDocument<T> findCached(String url) {
        synchronized (documents) {
            return documents.get(url);
        }
    }

    /** Returns the document of a URL without fetching it. */
    public CachedDocument<T> findOrAdd(String url, CachedDocument.Source<T> source) {
        synchronized (documents) {
            return documents.computeIfAbsent(url, absent -> new CachedDocument<>(source, clock));
        }
    }
}
