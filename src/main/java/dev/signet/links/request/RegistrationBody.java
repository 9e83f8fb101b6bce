package dev.signet.links.request;

import dev.signet.accounts.name.EmailAddress;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /auth/registrations}: the e-mail address. The username and the password are chosen on the
 * page of the link.
 */
public record RegistrationBody(
        @Schema(examples = "\"alice@example.com\"") @Nullable
        String email) {

    /** Returns the e-mail address. */
    public String required() {
        if (email == null) {
            throw ServiceException.invalidMember("email", "email is missing");
        }
        return EmailAddress.accept(email);
    }

    @Override
    public String toString() {
        return "RegistrationBody";
    }
}
