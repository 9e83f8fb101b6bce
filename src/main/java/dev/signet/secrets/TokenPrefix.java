package dev.signet.secrets;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * Prefixes of all opaque tokens and secrets that Signet issues. By the prefix, users, logs and secret scanners can tell
 * the kind of a token; no two kinds have the same one.
 */
public enum TokenPrefix {
    /** Refresh tokens. */
    REFRESH_TOKEN("sgr_"),
    /** Authorization codes. */
    AUTHORIZATION_CODE("sga_"),
    /** Device codes (RFC 8628). */
    DEVICE_CODE("sgv_"),
    /** Secrets of clients. */
    CLIENT_SECRET("sgc_"),
    /** Initial access tokens (RFC 7591 §1.2). */
    INITIAL_ACCESS_TOKEN("sgi_"),
    /** Registration access tokens (RFC 7592 §3). */
    REGISTRATION_ACCESS_TOKEN("sgd_"),
    /** Tokens of logins that wait for the second factor. */
    MFA_TOKEN("sgm_"),
    /** Tokens of started ceremonies with a passkey. */
    PASSKEY_CEREMONY("sgp_"),
    /** Tickets. */
    TICKET("sgt_"),
    /** API keys. */
    API_KEY("sgk_"),
    /** Tokens of action links. */
    ACTION_TOKEN("sgl_");

    private final String text;
    private final Pattern randomToken;

    TokenPrefix(String text) {
        this.text = text;
        this.randomToken = Pattern.compile(text + "[A-Za-z0-9_-]{43}");
    }

    /** Returns the prefix itself. */
    public String text() {
        return text;
    }

    /** Returns whether a string begins with the prefix. */
    public boolean isPrefixOf(String token) {
        return token.startsWith(text);
    }

    /** Returns the prefix with 256 random bits as 43 characters ({@link RandomText#secret}). */
    public String randomToken(SecureRandom random) {
        return text + RandomText.secret(random);
    }

    /** Returns whether a string has the form of a {@link #randomToken}, so that a database query is worthwhile. */
    public boolean isRandomToken(String token) {
        return randomToken.matcher(token).matches();
    }
}
