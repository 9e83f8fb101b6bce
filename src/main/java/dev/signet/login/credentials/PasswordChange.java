package dev.signet.login.credentials;

import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of the user's own password. */
record PasswordChange(
        @Schema(examples = "\"correct horse battery staple\"")
        String currentPassword,

        @Schema(examples = "\"a longer and a better one\"") String newPassword) {

    private static final int MAX_LENGTH = 4_096;

    PasswordChange {
        check("current_password", currentPassword);
        check("new_password", newPassword);
    }

    // Jackson leaves absent members null, although the annotations exclude it.
    @SuppressWarnings("ConstantValue")
    private static void check(String member, String value) {
        if (value == null || value.isEmpty() || value.length() > MAX_LENGTH) {
            throw ServiceException.invalidMember(member, member + " is missing or too long");
        }
    }

    @Override
    public String toString() {
        return "PasswordChange";
    }
}
