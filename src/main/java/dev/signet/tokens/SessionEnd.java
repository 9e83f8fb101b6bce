package dev.signet.tokens;

import java.util.Locale;

/** Why a session ended. */
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
