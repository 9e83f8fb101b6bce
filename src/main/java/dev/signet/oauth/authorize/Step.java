package dev.signet.oauth.authorize;

import java.util.Locale;

/** What a request waits for; its form is taken at this step and at no other. */
enum Step {
    SELECT_ACCOUNT,
    SIGN_IN,
    SECOND_FACTOR,
    CONSENT,
    DEVICE_SIGN_IN,
    DEVICE_SECOND_FACTOR,
    DEVICE_CODE,
    DEVICE_DECISION;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
