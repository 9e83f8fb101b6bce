package dev.signet.links;

import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /auth/links/…}: for which account, by its username or e-mail address. */
record LinkRequestBody(
        @Schema(examples = "\"alice\"") @Nullable String username) {

    private static final int MAX_LENGTH = 1_000;

    String required() {
        if (username == null || username.isBlank() || username.length() > MAX_LENGTH) {
            throw ServiceException.invalidMember("username", "missing or too long");
        }
        return username.strip();
    }

    @Override
    public String toString() {
        return "LinkRequestBody";
    }
}
