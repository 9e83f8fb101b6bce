package dev.signet.clients.registry;

import dev.signet.clients.FirstPartyClient;
import dev.signet.error.Settings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Stops the start if a registered client has the {@code client_id} of the first-party login. */
@ApplicationScoped
class FirstPartyClientIdCheck {

    private static final Settings SETTINGS = Settings.under("signet.login");

    private final ClientRepository clients;
    private final String firstPartyId;

    FirstPartyClientIdCheck(ClientRepository clients, FirstPartyClient firstParty) {
        this.clients = clients;
        this.firstPartyId = firstParty.clientId();
    }

    void onStart(@Observes StartupEvent event) {
        boolean exists = QuarkusTransaction.requiringNew()
                .call(() -> clients.findByIdOptional(firstPartyId).isPresent());
        if (exists) {
            throw SETTINGS.invalid(
                    "client-id",
                    "is " + firstPartyId
                            + ", the client_id of a registered client: set a different value or delete that client");
        }
    }
}
