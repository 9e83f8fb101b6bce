package dev.signet.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** User id and password of an {@code Authorization: Basic} header (RFC 7617) in UTF-8. */
public record BasicAuthorization(String userId, String password) {

    private static final String SCHEME = "basic ";

    /** Returns whether the header has this scheme. */
    public static boolean isSchemeOf(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    /** Parses a header of this scheme; empty if it is malformed or has no user id. */
    public static Optional<BasicAuthorization> parse(String authorization) {
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
                    : Optional.of(new BasicAuthorization(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BasicAuthorization";
    }
}
