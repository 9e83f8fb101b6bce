package dev.signet.links.email;

import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /auth/email}: the new e-mail address, and the credentials that authenticate the user again.
 */
record EmailChangeBody(
        @Schema(examples = "\"alice@example.com\"") @Nullable
        String email,

        @Schema(examples = "\"correct horse battery staple\"") @Nullable
        String password,

        @Schema(examples = "\"287082\"") @Nullable String otp,

        @Schema(examples = "\"K7QM-2XWD-VB4N-H3RT\"") @Nullable
        String recoveryCode) {

    private static final int MAX_PASSWORD = 4_096;

    String requiredEmail() {
        if (email == null) {
            throw ServiceException.invalidMember("email", "email is missing");
        }
        return email;
    }

    String requiredPassword() {
        if (password == null || password.isEmpty() || password.length() > MAX_PASSWORD) {
            throw ServiceException.invalidMember("password", "password is missing or too long");
        }
        return password;
    }

    @Nullable
    PresentedFactor factor() {
        return PresentedFactor.of(otp, recoveryCode).orElse(null);
    }

    @Override
    public String toString() {
        return "EmailChangeBody";
    }
}
