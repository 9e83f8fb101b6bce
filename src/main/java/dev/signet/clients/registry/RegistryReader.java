package dev.signet.clients.registry;

import dev.signet.database.DatabasePoll;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.concurrent.ScheduledExecutorService;

/** Poll that removes clients from the cache that other nodes changed. */
@ApplicationScoped
class RegistryReader {

    private final DatabasePoll poll;

    RegistryReader(ClientRegistry registry, ScheduledExecutorService executor, RegistryConfig config) {
        this.poll = new DatabasePoll(executor, config.reloadInterval(), "changes of clients", registry::refresh);
    }

    void onStart(@Observes StartupEvent event) {
        poll.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        poll.stop();
    }
}
