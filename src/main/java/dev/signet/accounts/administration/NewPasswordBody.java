package dev.signet.accounts.administration;

import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /admin/accounts/{id}/password}. */
record NewPasswordBody(
        @Schema(examples = "\"correct horse battery staple\"") @Nullable
        String password) {

    String required() {
        if (password == null) {
            throw ServiceException.invalidMember("password", "password is missing");
        }
        return password;
    }

    @Override
    public String toString() {
        return "NewPasswordBody";
    }
}
