package dev.signet.clients;

import java.util.Optional;

/** The registered clients, in this node's memory. */
public interface Clients {

    /**
     * The client of that id. Costs no query for one that was asked for before and has not changed since; may wait for a call where the
     * id is an address.
     */
    Optional<Client> find(String clientId);

    /** Whether finding the client of that id may take a call to elsewhere, which nobody may wait for within a transaction. */
    boolean isElsewhere(String clientId);

    /** Whether an id may be the address at which a client publishes its metadata. */
    boolean takesAddresses();
}
