package dev.signet.oauth.introspection;

import dev.signet.clients.Client;

import java.util.Map;

/** Introspection response about a token, and the client that receives it. */
record IntrospectionResponse(Client caller, Map<String, Object> members) {

    /** The complete response for a token that is not active or not visible to the caller (RFC 7662 §2.2). */
    static final Map<String, Object> NOT_ACTIVE = Map.of("active", false);
}
