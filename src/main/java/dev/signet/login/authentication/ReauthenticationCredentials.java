package dev.signet.login.authentication;

import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that users present again before they change their second factors: the password, and a factor if they
 * have one.
 */
public record ReauthenticationCredentials(
        @Schema(examples = "\"correct horse battery staple\"")
        String password,

        @Schema(examples = "\"287082\"") @Nullable String otp,

        @Schema(examples = "\"K7QM-2XWD-VB4N-H3RT\"") @Nullable
        String recoveryCode) {

    private static final int MAX_PASSWORD = 4_096;

    // Jackson leaves absent members null, although the annotations exclude it.
    @SuppressWarnings({"ConstantValue", "NullAway"})
    public ReauthenticationCredentials {
        if (password == null || password.isEmpty() || password.length() > MAX_PASSWORD) {
            throw ServiceException.invalidMember("password", "password is missing or too long");
        }
    }

    @Nullable
    PresentedFactor factor() {
        return PresentedFactor.of(otp, recoveryCode).orElse(null);
    }

    @Override
    public String toString() {
        return "ReauthenticationCredentials";
    }
}
