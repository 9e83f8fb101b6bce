package dev.signet.selfservice;

import java.util.Arrays;
import java.util.Locale;

/** The pages of the account, with their paths. A sensitive page requires a recent login. */
public enum AccountPage {
    OVERVIEW("", false),
    PROFILE("/profile", false),
    EMAIL("/profile/email", true),
    SECURITY("/security", true),
    SESSIONS("/sessions", false),
    APPLICATIONS("/applications", false),
    API_KEYS("/api-keys", true),
    DATA("/data", true);

    static final String ROOT = "/account";

    private final String path;
    private final boolean sensitive;

    AccountPage(String subpath, boolean sensitive) {
        this.path = "/account" + subpath;
        this.sensitive = sensitive;
    }

    /**
     * Returns the page of a path that came from a request. Every other value, such as the URL of another site, is the
     * overview.
     */
    static AccountPage ofPath(String path) {
        return Arrays.stream(values())
                .filter(page -> page.path.equals(path))
                .findFirst()
                .orElse(OVERVIEW);
    }

    public String path() {
        return path;
    }

    boolean isSensitive() {
        return sensitive;
    }

    /** Returns the name by which templates know the page. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
