package dev.signet.clients.published;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands at the addresses asked for last; a bounded number of them, because strangers can name any. */
public final class PublishedDocuments<T> {

    private static final int MAX = 1_000;

    private final Clock clock;
    private final Map<String, Published<T>> documents = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Published<T>> eldest) {
            return size() > MAX;
        }
    };

    public PublishedDocuments(Clock clock) {
        this.clock = clock;
    }

    /** What was asked for at an address before, if it is remembered. */
    public @Nullable Published<T> known(String address) {
        synchronized (documents) {
            return documents.get(address);
        }
    }

    /** What is at an address; nothing is fetched yet. */
    public Published<T> at(String address, Published.Source<T> source) {
        synchronized (documents) {
            return documents.computeIfAbsent(address, absent -> new Published<>(source, clock));
        }
    }
}
