package dev.signet.accounts;

import dev.signet.accounts.event.AccessReduced;
import dev.signet.accounts.event.AccessReductionReason;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records the events that the package {@code tokens} observes. */
@Singleton
class AccessLog {

    private final List<AccessReduced> seen = new CopyOnWriteArrayList<>();

    void on(@Observes AccessReduced event) {
        seen.add(event);
    }

    List<AccessReductionReason> reasons(UUID account) {
        return seen.stream()
                .filter(event -> event.accountId().equals(account))
                .map(AccessReduced::reason)
                .toList();
    }
}
