package dev.signet.keys;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.Page;
import dev.signet.web.PageRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Which key was in which state from when on: a log that each change is added to in its own transaction, and in which a later
 * change of the log itself can be seen.
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

    /** Runs a transaction that ends by adding to the history, again and again until no other node is in between. */
    static void transaction(Runnable change) {
        for (int attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(change);
                return;
            } catch (ChainMovedException moved) {
                if (attempt == ATTEMPTS) {
                    throw new ServiceException(
                                    ErrorCode.TEMPORARILY_UNAVAILABLE,
                                    "the key history was changed by concurrent requests")
                            .retryAfter(Duration.ofSeconds(2));
                }
            }
        }
    }

    /** Adds changes to the present transaction, last of all, so that nobody waits for a key while holding the chain's end. */
    void append(List<StateChange> changes, Instant at) {
        add(changes, at, false);
    }

    /** Enters what the history does not know: the keys of a database that is older than it, in the state they are found in. */
    void takeOver() {
        transaction(() -> {
            List<StateChange> unknown = repository.unrecorded().stream()
                    .map(StoredKey::record)
                    .map(key -> new StateChange(key.jwk(), key.state()))
                    .toList();
            add(unknown, clock.instant(), true);
        });
    }

    private void add(List<StateChange> changes, Instant at, boolean found) {
        if (changes.isEmpty()) {
            return;
        }
        HistoryEntry last = repository.last();
        long sequence = last == null ? 0 : last.sequence;
        String hash = last == null ? HistoryEntry.NOTHING_BEFORE : last.hash;
        for (StateChange change : changes) {
            HistoryEntry entry = new HistoryEntry(++sequence, hash, change, at.truncatedTo(ChronoUnit.MICROS), found);
            repository.append(entry);
            hash = entry.hash;
            // A log kept elsewhere is what a history rewritten from its beginning can be held against.
            LOG.infof("Key history %d: %s is %s, hash %s", sequence, entry.kid, entry.state, hash);
        }
    }

    /** Entries from the first on. */
    @Transactional
    public Page<HistoryView> list(PageRequest page) {
        return Page.of(
                repository.behind(after(page), page.limit() + 1),
                page,
                entry -> Long.toString(entry.sequence),
                HistoryEntry::view);
    }

    private static long after(PageRequest page) {
        String after = page.after();
        if (after == null) {
            return 0;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw ServiceException.invalidMember("after", "after is not a cursor of this list");
        }
        return Long.parseLong(after);
    }
}
