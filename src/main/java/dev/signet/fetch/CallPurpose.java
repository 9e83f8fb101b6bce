package dev.signet.fetch;

import java.util.Locale;

/** The purpose of a call, by which operators recognize it in traces. */
public enum CallPurpose {
    /** A client's metadata document. */
    CLIENT_METADATA,
    /** A client's key set. */
    CLIENT_KEY_SET,
    /** The redirect URIs of a sector (OpenID Connect Registration §5). */
    SECTOR_IDENTIFIER,
    /** A logout token to a client. */
    LOGOUT_NOTICE,
    /** A security event to a receiver. */
    WEBHOOK;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
