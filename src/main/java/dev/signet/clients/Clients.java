package dev.signet.clients;

import java.util.Optional;

/** Lookup of registered clients, with a cache. */
public interface Clients {

    /**
     * Returns the client of an id. A client that was looked up before and has not changed since needs no query. If the
     * id is a URL, the call may wait for an HTTP response.
     */
    Optional<Client> find(String clientId);

    /** Returns whether finding the client may need an HTTP call, for which no transaction may wait. */
    boolean requiresFetch(String clientId);

    /** Returns whether an id may be the URL of a client metadata document. */
    boolean acceptsMetadataDocuments();
}
