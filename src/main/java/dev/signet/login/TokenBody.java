package dev.signet.login;

import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A body that carries an access token to be judged. */
record TokenBody(
        @Schema(
                examples =
                        "\"eyJhbGciOiJFUzI1NiIsImtpZCI6Ii1ZYV9vNUg2eFRVWGtKMVduN3VIVHhYYjZzMlRiRW9PcXQxeExGakRHeDgiLCJ0eXAiOiJhdCtqd3QifQ…\"")
        @Nullable
        String token) {

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
