package dev.signet.clients.authentication;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Client id and secret of an {@code Authorization: Basic} header, each form-encoded before they were joined (RFC 6749
 * §2.3.1).
 */
record BasicClientCredentials(String id, String secret) {

    static final String SCHEME = "basic ";

    /**
     * Parses the header; empty if it is malformed. Values that are not form-encoded are read unchanged, because many
     * clients send them so.
     */
    static Optional<BasicClientCredentials> parse(String authorization) {
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String pair = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int colon = pair.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new BasicClientCredentials(
                            decode(pair.substring(0, colon)), decode(pair.substring(colon + 1))));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
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
