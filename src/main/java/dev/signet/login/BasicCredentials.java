package dev.signet.login;

import dev.signet.web.http.BasicAuthorization;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Parser of an {@code Authorization: Basic} header (RFC 7617) in UTF-8. */
final class BasicCredentials {

    static final String CHALLENGE = "Basic realm=\"signet\", charset=\"UTF-8\"";

    private BasicCredentials() {}

    /** Returns the credentials; empty if the header is absent, has another scheme or is malformed. */
    static Optional<LoginBody> parse(@Nullable String authorization) {
        if (authorization == null || !BasicAuthorization.isSchemeOf(authorization)) {
            return Optional.empty();
        }
        return BasicAuthorization.parse(authorization)
                .filter(pair -> !pair.password().isEmpty())
                .map(pair -> new LoginBody(pair.userId(), pair.password(), null, null, null));
    }
}
