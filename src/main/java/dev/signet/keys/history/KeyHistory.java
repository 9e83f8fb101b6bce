package dev.signet.keys.history;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The history of key states: a log to which each state change is added in its own transaction. Later changes of the log
 * itself can be detected.
 */
@ApplicationScoped
public class KeyHistory {

    private static final Logger LOG = Logger.getLogger(KeyHistory.class);
    private static final int ATTEMPTS = 20;

    private final HistoryRepository repository;
    private final Clock clock;

    KeyHistory(HistoryRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Runs a transaction that ends by adding to the history; retries it while other nodes add entries first.
     *
     * @throws ServiceException {@code temporarily_unavailable} after 20 attempts
     */
    public static void transaction(Runnable change) {
        for (int attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(change);
                return;
            } catch (HistoryConflictException conflict) {
                if (attempt == ATTEMPTS) {
                    throw new ServiceException(
                            ErrorCode.TEMPORARILY_UNAVAILABLE, "the key history was changed by concurrent requests");
                }
            }
        }
    }

    /**
     * Adds changes in the current transaction. Call it last, so that no transaction waits for a key row while it holds
     * the end of the chain.
     */
    public void append(List<StateChange> changes, Instant at) {
        add(repository.findLast(), changes, at, false);
    }

    /**
     * Records the states of keys that are missing from the history, for example in a database that is older than the
     * history.
     *
     * @param states reads all keys with their states in the current transaction
     */
    public void recordMissing(Supplier<List<StateChange>> states) {
        transaction(() -> {
            // Must be read before the states: a state change in between fails this addition, which is then retried.
            HistoryEntry last = repository.findLast();
            Set<HistoryRepository.RecordedState> recorded = repository.findRecorded();
            List<StateChange> missing = states.get().stream()
                    .filter(key -> !recorded.contains(
                            new HistoryRepository.RecordedState(key.jwk().kid(), key.state())))
                    .toList();
            add(last, missing, clock.instant(), true);
        });
    }

    private void add(@Nullable HistoryEntry last, List<StateChange> changes, Instant at, boolean found) {
        if (changes.isEmpty()) {
            return;
        }
        long sequence = last == null ? 0 : last.sequence;
        String hash = last == null ? HistoryEntry.NO_PREVIOUS_HASH : last.hash;
        for (StateChange change : changes) {
            HistoryEntry entry = new HistoryEntry(++sequence, hash, change, at.truncatedTo(ChronoUnit.MICROS), found);
            repository.append(entry);
            hash = entry.hash;
            // A log that is stored elsewhere reveals a history that was rewritten from its beginning.
            LOG.infof("Key history %d: %s is %s, hash %s", sequence, entry.kid, entry.state, hash);
        }
    }

    /** Returns entries, oldest first. */
    @Transactional
    Page<HistoryView> list(PageRequest page) {
        return repository.oldestFirst(page).map(HistoryEntry::view);
    }
}
