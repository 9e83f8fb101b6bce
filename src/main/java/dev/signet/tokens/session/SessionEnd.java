package dev.signet.tokens.session;

import java.util.Locale;

/** Reason for the end of a session. */
public enum SessionEnd {
    LOGOUT,
    ENDED_BY_OWNER,
    ENDED_BY_ADMINISTRATOR,
    ACCESS_REDUCED,
    REPLAY,
    REVOKED_BY_CLIENT,
    BROWSER_LOGOUT,
    CLIENT_REMOVED,
    NOT_BEFORE;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
