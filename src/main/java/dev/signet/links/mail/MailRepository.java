package dev.signet.links.mail;

import dev.signet.delivery.DeliveryTable;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Queries of the table of mails. */
@ApplicationScoped
class MailRepository implements DeliveryTable<StoredMail> {

    @Override
    public String tableName() {
        return "mail";
    }

    List<StoredMail> due(Instant now, int count) {
        return find("nextAttemptAt <= ?1 order by nextAttemptAt", now)
                .page(0, count)
                .list();
    }

    /** Postpones a failed attempt of this node. */
    void postpone(UUID id, int attempts, Instant nextAttemptAt) {
        update("nextAttemptAt = ?1 where id = ?2 and attempts = ?3", nextAttemptAt, id, attempts);
    }

    void removeOf(UUID accountId, MailKind kind) {
        delete("accountId = ?1 and kind = ?2", accountId, kind);
    }
}
