package dev.signet.tracing;

/**
 * The attributes of spans. An exported span has no other ones, whichever library added them. None has a value that a
 * request contains: no path, query, token, code, IP address, user or client.
 */
public enum SpanAttribute {
    /** Method of the request; {@code OTHER} if it is not a common one. */
    METHOD("http.request.method"),
    /** Path template of the resource. */
    ROUTE("http.route"),
    /** Status of the response. */
    STATUS("http.response.status_code"),
    /** The id that Signet assigned to the request. */
    REQUEST_ID("signet.request_id"),
    /** Grant type of a token request. */
    GRANT("signet.grant"),
    /** Type of the client (RFC 6749 §2.1): {@code public} or {@code confidential}. */
    CLIENT_TYPE("signet.client_type"),
    /** Algorithm that signs the access token. */
    ALGORITHM("signet.algorithm"),
    /** Purpose of an outgoing call. */
    PURPOSE("signet.purpose"),
    /** Host of an outgoing call. */
    HOST("server.address"),
    /** Port of an outgoing call. */
    PORT("server.port"),
    /** Error code, status or reason of a failure. */
    ERROR("error.type");

    private final String key;

    SpanAttribute(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
