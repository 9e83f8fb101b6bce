package dev.signet.accounts;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /admin/accounts/{id}/password}. */
record NewPasswordBody(@Nullable String password) {

    String required() {
        if (password == null) {
            throw ServiceException.invalidMember("password", "missing");
        }
        return password;
    }

    @Override
    public String toString() {
        return "NewPasswordBody";
    }
}
