package dev.signet.clients;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Client id and secret of an {@code Authorization: Basic} header, each form-encoded before they were joined (RFC 6749 §2.3.1). */
record BasicClient(String id, String secret) {

    static final String SCHEME = "basic ";

    /** Empty if the header is not well-formed. What is not form-encoded is read as it stands: many clients send it so. */
    static Optional<BasicClient> parse(String authorization) {
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
                    : Optional.of(new BasicClient(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1))));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    // Ids and secrets of ours hold nothing that form-decoding changes, so reading both ways gives the same.
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "BasicClient";
    }
}
