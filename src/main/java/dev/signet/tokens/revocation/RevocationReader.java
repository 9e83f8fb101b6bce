package dev.signet.tokens.revocation;

import dev.signet.database.DatabasePoll;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.concurrent.ScheduledExecutorService;

/** Poll that keeps the revocations in memory of this node up to date: completely at startup, then incrementally. */
@ApplicationScoped
class RevocationReader {

    private final DatabasePoll poll;

    RevocationReader(Revocations revocations, ScheduledExecutorService executor, RevocationConfig config) {
        this.poll = new DatabasePoll(executor, config.revocationInterval(), "revocations", revocations::load);
    }

    void onStart(@Observes StartupEvent event) {
        poll.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        poll.stop();
    }
}
