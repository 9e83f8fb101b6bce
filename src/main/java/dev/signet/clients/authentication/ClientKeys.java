package dev.signet.clients.authentication;

import dev.signet.clients.Client;
import dev.signet.clients.keyset.PublicKeySet;
import dev.signet.clients.keyset.PublishedKeySets;
import dev.signet.clients.registry.ClientRegistry;
import dev.signet.clients.registry.RegisteredClient;
import dev.signet.jose.VerificationKeys;
import jakarta.enterprise.context.ApplicationScoped;

/** Public keys of clients, for the verification of assertions and request objects. */
@ApplicationScoped
public class ClientKeys {

    private final ClientRegistry registry;
    private final PublishedKeySets published;

    ClientKeys(ClientRegistry registry, PublishedKeySets published) {
        this.registry = registry;
        this.published = published;
    }

    /**
     * Returns the registered keys of a client. A lookup may wait for an HTTP call to the URL at which the client
     * publishes them.
     */
    public VerificationKeys of(Client client) {
        RegisteredClient registeredClient = registry.findCached(client.id());
        RegisteredClient registered = registeredClient == null ? registry.read(client.id()) : registeredClient;
        return registered == null ? PublicKeySet.EMPTY : of(registered);
    }

    VerificationKeys of(RegisteredClient registered) {
        String uri = registered.document().jwksUri();
        return uri == null ? registered.keys() : published.at(uri);
    }
}
