package dev.signet.clients.registry;

import dev.signet.clients.Client;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Usage of clients. It is kept in memory and stored by the clean-up, so that no token request waits for it. A row
 * changes at most once per day.
 */
@ApplicationScoped
public class ClientUsage {

    private static final Duration MIN_UPDATE_INTERVAL = Duration.ofDays(1);
    private static final int BATCH = 200;

    private final ClientRepository clients;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    ClientUsage(ClientRepository clients) {
        this.clients = clients;
    }

    /** Records that a token was issued to a client. */
    public void record(Client client) {
        if (!MetadataDocumentClients.isDocumentUrl(client.id())) {
            used.add(client.id());
        }
    }

    /** Stores the usage since the last call. */
    void write(Instant now) {
        List<String> ids = List.copyOf(used);
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<String> batch = new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + BATCH)));
            QuarkusTransaction.requiringNew().run(() -> clients.recordUse(batch, now, now.minus(MIN_UPDATE_INTERVAL)));
            used.removeAll(batch);
        }
    }
}
