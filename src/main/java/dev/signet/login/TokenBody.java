package dev.signet.login;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** A body that carries an access token to be judged. */
record TokenBody(@Nullable String token) {

    String required() {
        if (token == null) {
            throw ServiceException.invalidMember("token", "missing");
        }
        return token;
    }

    @Override
    public String toString() {
        return "TokenBody";
    }
}
