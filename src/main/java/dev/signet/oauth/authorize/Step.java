package dev.signet.oauth.authorize;

import java.util.Locale;

/** What an authorization request waits for; its form is taken at this step and at no other. */
enum Step {
    SELECT_ACCOUNT,
    SIGN_IN,
    SECOND_FACTOR,
    CONSENT;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
