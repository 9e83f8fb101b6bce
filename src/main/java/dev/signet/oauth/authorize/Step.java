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
    DEVICE_DECISION,
    /** The last step: the client has its code. No form has this step; a form that is sent again finds the request at it. */
    ANSWERED;

    /** Returns whether the sign-in form may be sent again at a step, where the password is verified again. */
    boolean canBeRetriedAt(Step present) {
        return (this == SIGN_IN && present == SECOND_FACTOR)
                || (this == DEVICE_SIGN_IN && present == DEVICE_SECOND_FACTOR);
    }

    boolean isSignIn() {
        return this == SIGN_IN || this == SECOND_FACTOR;
    }

    static Step ofColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
