package dev.signet.links.email;

import dev.signet.error.ServiceException;
import dev.signet.login.authentication.ReauthenticationCredentials;
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

    String requiredEmail() {
        if (email == null) {
            throw ServiceException.invalidMember("email", "email is missing");
        }
        return email;
    }

    ReauthenticationCredentials credentials() {
        return new ReauthenticationCredentials(password == null ? "" : password, otp, recoveryCode);
    }

    @Override
    public String toString() {
        return "EmailChangeBody";
    }
}
