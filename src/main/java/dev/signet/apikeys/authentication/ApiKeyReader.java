package dev.signet.apikeys.authentication;

import dev.signet.database.DatabasePoll;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.concurrent.ScheduledExecutorService;

/**
 * Poll that removes API keys changed by other nodes from the cache of this node, and stores the uses that this node
 * recorded.
 */
@ApplicationScoped
class ApiKeyReader {

    private final DatabasePoll poll;

    ApiKeyReader(ApiKeys keys, ScheduledExecutorService executor, ApiKeyAuthenticationConfig config) {
        this.poll = new DatabasePoll(executor, config.reloadInterval(), "changes of API keys", keys::refresh);
    }

    void onStart(@Observes StartupEvent event) {
        poll.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        poll.stop();
    }
}
