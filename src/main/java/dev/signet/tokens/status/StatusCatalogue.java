package dev.signet.tokens.status;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.List;

/** The known status lists, read from the database at most a few times per second, for any number of requests. */
@ApplicationScoped
public class StatusCatalogue {

    private static final Duration MAX_AGE = Duration.ofSeconds(5);
    private static final Duration MIN_AGE = Duration.ofMillis(200);

    private final StatusListRepository repository;
    private List<Long> lists = List.of();
    private long readAt = System.nanoTime() - MAX_AGE.toNanos();

    StatusCatalogue(StatusListRepository repository) {
        this.repository = repository;
    }

    /** Returns whether a list exists, even if it is newer than the last read. */
    public synchronized boolean has(long list) {
        return lists().contains(list) || read(MIN_AGE).contains(list);
    }

    /** Returns the lists; the last known ones while the database is unavailable. */
    public synchronized List<Long> lists() {
        try {
            return read(MAX_AGE);
        } catch (RuntimeException e) {
            if (lists.isEmpty()) {
                throw e;
            }
            return lists;
        }
    }

    private List<Long> read(Duration age) {
        if (System.nanoTime() - readAt >= age.toNanos()) {
            // The time is set before the query, so that requests do not wait for a database that was unavailable a
            // moment ago.
            readAt = System.nanoTime();
            lists = QuarkusTransaction.requiringNew()
                    .call(() -> repository.all().stream().map(list -> list.id).toList());
        }
        return lists;
    }
}
