package dev.signet.oauth.authorize.transaction;

import java.util.Locale;

/**
 * Step of an authorization request, of a device page or of the sign-in to account pages. A form is accepted only at its
 * own step.
 */
public enum AuthorizationStep {
    SELECT_ACCOUNT,
    SIGN_IN,
    SECOND_FACTOR,
    CONSENT,
    DEVICE_SIGN_IN,
    DEVICE_SECOND_FACTOR,
    DEVICE_CODE,
    DEVICE_DECISION,
    ACCOUNT_SIGN_IN,
    ACCOUNT_FACTOR,
    /**
     * The last step: the client has its code. No form has this step, but the request of a form that is sent again may
     * be at it.
     */
    COMPLETED;

    // The column keeps the value of earlier versions.
    private static final String COMPLETED_COLUMN = "answered";

    /** Returns whether the sign-in form may be sent again at a step, where the password is verified again. */
    boolean canBeRetriedAt(AuthorizationStep currentStep) {
        return (this == SIGN_IN && currentStep == SECOND_FACTOR)
                || (this == DEVICE_SIGN_IN && currentStep == DEVICE_SECOND_FACTOR)
                || (this == ACCOUNT_SIGN_IN && currentStep == ACCOUNT_FACTOR);
    }

    /** Returns whether the user signs in to a client at this step. */
    public boolean isSignIn() {
        return this == SIGN_IN || this == SECOND_FACTOR;
    }

    static AuthorizationStep ofColumn(String column) {
        return column.equals(COMPLETED_COLUMN) ? COMPLETED : valueOf(column.toUpperCase(Locale.ROOT));
    }

    String column() {
        return this == COMPLETED ? COMPLETED_COLUMN : name().toLowerCase(Locale.ROOT);
    }
}
