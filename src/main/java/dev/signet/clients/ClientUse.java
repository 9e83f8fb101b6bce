package dev.signet.clients;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which clients are in use, remembered here and written down by the clean-up: issuing a token waits for nothing, and a row changes once
 * a day at most.
 */
@ApplicationScoped
public class ClientUse {

    private static final Duration EXACTNESS = Duration.ofDays(1);
    private static final int BATCH = 200;

    private final ClientRepository clients;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    ClientUse(ClientRepository clients) {
        this.clients = clients;
    }

    /** Says that a client was given a token. */
    public void used(Client client) {
        if (!AddressedClients.isAddress(client.id())) {
            used.add(client.id());
        }
    }

    /** Writes down what was used since the last time. */
    void write(Instant now) {
        List<String> ids = List.copyOf(used);
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<String> batch = new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + BATCH)));
            QuarkusTransaction.requiringNew().run(() -> clients.used(batch, now, now.minus(EXACTNESS)));
            used.removeAll(batch);
        }
    }
}
