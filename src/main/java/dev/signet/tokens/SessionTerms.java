package dev.signet.tokens;

import dev.signet.audit.EventType;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * On what terms a session is opened: what its kind of login and its client decide.
 *
 * @param refreshable whether it has refresh tokens at all
 * @param browserSessionId the browser session it was started from, if any, with which it ends unless it is for offline access
 * @param refreshKeyThumbprint the key its refresh tokens are bound to (RFC 9449 §5), as those of public clients are
 * @param recordedAs the event that its opening is
 */
public record SessionTerms(
        boolean refreshable,
        @Nullable UUID browserSessionId,
        @Nullable String refreshKeyThumbprint,
        TokenForm form,
        EventType recordedAs) {

    /** Of the first-party login. */
    public static final SessionTerms LOGIN =
            new SessionTerms(true, null, null, TokenForm.AS_CONFIGURED, EventType.LOGIN_SUCCEEDED);

    /** Of a first-party login that is given an access token alone, which {@link AccessRenewal} replaces. */
    public static final SessionTerms LOGIN_BY_ACCESS_TOKEN =
            new SessionTerms(false, null, null, TokenForm.AS_CONFIGURED, EventType.LOGIN_SUCCEEDED);
}
