package dev.signet.oidc.logout;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Queries of the table of logout notices. */
@ApplicationScoped
class LogoutNoticeRepository implements PanacheRepositoryBase<LogoutNotice, UUID> {

    List<LogoutNotice> due(Instant now, int count) {
        return find("nextAttemptAt <= ?1 order by nextAttemptAt", now)
                .page(0, count)
                .list();
    }

    /** Takes the next attempt upon this node; false if another has it. */
    boolean claim(UUID id, int attemptsBefore, Instant nextAttemptAt) {
        return update(
                        "attempts = attempts + 1, nextAttemptAt = ?1 where id = ?2 and attempts = ?3",
                        nextAttemptAt,
                        id,
                        attemptsBefore)
                == 1;
    }

    void remove(UUID id) {
        delete("id", id);
    }
}
