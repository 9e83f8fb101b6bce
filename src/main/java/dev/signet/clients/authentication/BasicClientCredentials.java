package dev.signet.clients.authentication;

import dev.signet.web.http.BasicAuthorization;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Client id and secret of an {@code Authorization: Basic} header, each form-encoded before they were joined (RFC 6749
 * §2.3.1).
 */
record BasicClientCredentials(String id, String secret) {

    /**
     * Parses the header; empty if it is malformed. Values that are not form-encoded are read unchanged, because many
     * clients send them so.
     */
    static Optional<BasicClientCredentials> parse(String authorization) {
        return BasicAuthorization.parse(authorization)
                .map(pair -> new BasicClientCredentials(decode(pair.userId()), decode(pair.password())));
    }

    // The ids and secrets of Signet contain nothing that form-decoding changes, so both readings are equal.
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "BasicClientCredentials";
    }
}
