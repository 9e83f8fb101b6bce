package dev.signet.oauth.introspection;

import dev.signet.clients.Client;

import java.util.Map;

/** What a caller is told of a token. */
record Answer(Client caller, Map<String, Object> members) {

    /** All that is ever said of a token that is not active, or none of the caller's business (RFC 7662 §2.2). */
    static final Map<String, Object> NOT_ACTIVE = Map.of("active", false);
}
