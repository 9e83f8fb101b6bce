package dev.signet.login;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Parser of an {@code Authorization: Basic} header (RFC 7617) in UTF-8. */
final class BasicCredentials {

    static final String CHALLENGE = "Basic realm=\"signet\", charset=\"UTF-8\"";

    private static final String SCHEME = "basic ";

    private BasicCredentials() {}

    /** Returns the credentials; empty if the header is absent, has another scheme or is malformed. */
    static Optional<Credentials> parse(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String pair = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int colon = pair.indexOf(':');
            return colon < 1 || colon == pair.length() - 1
                    ? Optional.empty()
                    : Optional.of(
                            new Credentials(pair.substring(0, colon), pair.substring(colon + 1), null, null, null));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
