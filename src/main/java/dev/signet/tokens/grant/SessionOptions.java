package dev.signet.tokens.grant;

import dev.signet.audit.EventType;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Options of a new session, which depend on the kind of login and on the client.
 *
 * @param refreshable whether it has refresh tokens
 * @param browserSessionId the browser session it was started from, if any; it ends with that unless it has offline
 *     access
 * @param refreshKeyThumbprint the thumbprint of the key to which its refresh tokens are bound, as for public clients
 *     (RFC 9449 §5); null if they are not bound
 * @param recordedAs the event type that records the start of the session
 */
public record SessionOptions(
        boolean refreshable,
        @Nullable UUID browserSessionId,
        @Nullable String refreshKeyThumbprint,
        TokenOptions options,
        EventType recordedAs) {

    /** Options of the first-party login. */
    public static final SessionOptions LOGIN =
            new SessionOptions(true, null, null, TokenOptions.AS_CONFIGURED, EventType.LOGIN_SUCCEEDED);

    /** Options of a first-party login with an access token only, which {@code AccessRenewal} renews. */
    public static final SessionOptions LOGIN_BY_ACCESS_TOKEN =
            new SessionOptions(false, null, null, TokenOptions.AS_CONFIGURED, EventType.LOGIN_SUCCEEDED);
}
