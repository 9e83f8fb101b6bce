package dev.signet.webhooks.receiver;

import dev.signet.database.DatabasePoll;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.concurrent.ScheduledExecutorService;

/** Poll that reads the subscribed event types again, for receivers that other nodes changed. */
@ApplicationScoped
class SubscribedTypesReader {

    private final DatabasePoll poll;

    SubscribedTypesReader(SubscribedTypes types, ScheduledExecutorService executor, ReceiversConfig config) {
        this.poll = new DatabasePoll(executor, config.reloadInterval(), "event receivers", types::refresh);
    }

    void onStart(@Observes StartupEvent event) {
        poll.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        poll.stop();
    }
}
