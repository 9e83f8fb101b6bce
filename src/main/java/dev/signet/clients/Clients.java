package dev.signet.clients;

import java.util.Optional;

/** Lookup of registered clients, with a cache. */
public interface Clients {

    /**
     * Returns the client of an id. Needs no query for a client that was looked up before and has not changed since; may
     * wait for an HTTP call if the id is a URL.
     */
    Optional<Client> find(String clientId);

    /** Returns whether finding the client may need an HTTP call, for which no transaction may wait. */
    boolean requiresFetch(String clientId);

    /** Returns whether an id may be the URL of a client metadata document. */
    boolean acceptsMetadataDocuments();
}
