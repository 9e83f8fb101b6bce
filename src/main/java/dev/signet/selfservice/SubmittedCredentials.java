package dev.signet.selfservice;

import dev.signet.login.authentication.ReauthenticationCredentials;

import java.util.regex.Pattern;

/** The current credentials in a form: the password, and one field for a code of the authenticator app or a recovery code. */
public final class SubmittedCredentials {

    private static final Pattern OTP = Pattern.compile("[0-9]{6}");

    private SubmittedCredentials() {}

    /**
     * Reads the fields {@code password} and {@code otp}.
     *
     * @throws dev.signet.error.ServiceException {@code invalid_request} if there is no password
     */
    public static ReauthenticationCredentials of(AccountSubmission form) {
        String code = form.text("otp").replace(" ", "");
        boolean isOtp = OTP.matcher(code).matches();
        return new ReauthenticationCredentials(
                form.text("password"), isOtp ? code : null, isOtp || code.isEmpty() ? null : code);
    }
}
