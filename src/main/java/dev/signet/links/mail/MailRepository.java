package dev.signet.links.mail;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Queries of the table of mails. */
@ApplicationScoped
class MailRepository implements PanacheRepositoryBase<StoredMail, UUID> {

    List<StoredMail> due(Instant now, int count) {
        return find("nextAttemptAt <= ?1 order by nextAttemptAt", now)
                .page(0, count)
                .list();
    }

    /** Claims the next attempt for this node until the given time. Returns false if another node has it. */
    boolean claim(UUID id, int attemptsBefore, Instant until) {
        return update(
                        "attempts = attempts + 1, nextAttemptAt = ?1 where id = ?2 and attempts = ?3",
                        until,
                        id,
                        attemptsBefore)
                == 1;
    }

    /** Postpones a failed attempt of this node. */
    void postpone(UUID id, int attempts, Instant nextAttemptAt) {
        update("nextAttemptAt = ?1 where id = ?2 and attempts = ?3", nextAttemptAt, id, attempts);
    }

    void removeOf(UUID accountId, MailKind kind) {
        delete("accountId = ?1 and kind = ?2", accountId, kind);
    }

    boolean remove(UUID id) {
        return delete("id", id) == 1;
    }
}
