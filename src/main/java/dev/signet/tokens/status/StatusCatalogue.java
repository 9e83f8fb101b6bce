package dev.signet.tokens.status;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.List;

/** Which lists there are, as far as this node knows; it asks the database a few times a second at most, whatever it is asked. */
@ApplicationScoped
class StatusCatalogue {

    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofMillis(200);

    private final StatusListRepository repository;
    private List<Long> lists = List.of();
    private long readAt = System.nanoTime() - LIFE.toNanos();

    StatusCatalogue(StatusListRepository repository) {
        this.repository = repository;
    }

    synchronized boolean has(long list) {
        return lists().contains(list) || read(SHORTEST).contains(list);
    }

    /** While the database is away, those there were. */
    synchronized List<Long> lists() {
        try {
            return read(LIFE);
        } catch (RuntimeException e) {
            if (lists.isEmpty()) {
                throw e;
            }
            return lists;
        }
    }

    private List<Long> read(Duration age) {
        if (System.nanoTime() - readAt >= age.toNanos()) {
            // Before it is known whether there is an answer: nobody waits for a database that was away a moment ago.
            readAt = System.nanoTime();
            lists = QuarkusTransaction.requiringNew()
                    .call(() -> repository.all().stream().map(list -> list.id).toList());
        }
        return lists;
    }
}
