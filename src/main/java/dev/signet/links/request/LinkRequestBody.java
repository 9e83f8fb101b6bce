package dev.signet.links.request;

import dev.signet.accounts.name.TrimmedName;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /auth/links/…}: the username or the e-mail address of the account. */
public record LinkRequestBody(
        @Schema(examples = "\"alice\"") @Nullable String username) {

    private static final int MAX_LENGTH = 1_000;

    /** Returns the username or e-mail address. */
    public String required() {
        String name = username == null ? "" : TrimmedName.of(username);
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            throw ServiceException.invalidMember("username", "username is missing or too long");
        }
        return name;
    }

    @Override
    public String toString() {
        return "LinkRequestBody";
    }
}
