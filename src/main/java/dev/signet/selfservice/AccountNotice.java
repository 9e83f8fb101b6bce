package dev.signet.selfservice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Messages about a completed action, which the page after the redirect shows once. */
public enum AccountNotice {
    PASSWORD_CHANGED,
    AUTHENTICATOR_REMOVED,
    PASSKEY_ADDED,
    PASSKEY_RENAMED,
    PASSKEY_REMOVED,
    PROFILE_SAVED,
    SESSION_ENDED,
    CONSENT_REVOKED,
    API_KEY_REVOKED;

    static Optional<AccountNotice> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(notice -> notice.wire().equals(wire))
                .findFirst();
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
