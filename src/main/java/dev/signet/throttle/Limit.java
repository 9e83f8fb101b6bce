package dev.signet.throttle;

import java.util.Locale;

/** The limits, named as their settings. */
enum Limit {
    PER_ADDRESS,
    PER_ACCOUNT,
    PER_KNOWN_ADDRESS,
    PER_CLIENT,
    REGISTRATIONS_PER_ADDRESS,
    PUBLIC_REQUESTS_PER_MINUTE,
    PAGES_PER_MINUTE,
    MAILS_PER_ADDRESS,
    MAILS_PER_NAME,
    EXPORTS_PER_ACCOUNT;

    /** Returns the last part of the name of the setting, such as {@code per-account}. */
    String setting() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
