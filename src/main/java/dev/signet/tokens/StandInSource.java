package dev.signet.tokens;

import java.util.Optional;

/**
 * A kind of credential that is no access token and is taken in place of one: as a bearer token at this service's own endpoints, by
 * introspection, for token exchange. The room that keeps it implements this, and no other needs to know of it.
 */
public interface StandInSource {

    /** Whether it is of this kind, by how it begins; what is, is judged by nobody else. */
    boolean recognises(String presented);

    /** Whether its form alone shows that it is no good. */
    boolean isMalformed(String presented);

    /** What it stands for if this node remembers it and it is good at this moment; empty says nothing. Waits for nothing. */
    Optional<StandIn> remembered(String presented);

    /** What it stands for; empty unless it is good at this moment. May wait for the database. */
    Optional<StandIn> find(String presented);
}
