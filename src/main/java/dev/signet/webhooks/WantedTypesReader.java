package dev.signet.webhooks;

import dev.signet.database.Poll;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.concurrent.ScheduledExecutorService;

/** A scheduled refresh of the event types, for receivers that other nodes changed. */
@ApplicationScoped
class WantedTypesReader {

    private final Poll poll;

    WantedTypesReader(WantedTypes types, ScheduledExecutorService executor, WebhooksConfig config) {
        this.poll = new Poll(executor, config.reloadInterval(), "event receivers", types::refresh);
    }

    void onStart(@Observes StartupEvent event) {
        poll.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        poll.stop();
    }
}
