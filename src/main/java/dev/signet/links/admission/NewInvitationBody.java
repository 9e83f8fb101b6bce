package dev.signet.links.admission;

import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The body of {@code POST /admin/invitations}; only the e-mail address is required. */
record NewInvitationBody(
        @Schema(examples = "\"alice@example.com\"") @Nullable
        String email,

        @Schema(examples = "[\"auditor\"]") @Nullable List<@Nullable String> roles,
        @Schema(examples = "\"alice\"") @Nullable String username) {

    private static final int MAX_ROLES = 100;

    String requiredEmail() {
        if (email == null) {
            throw ServiceException.invalidMember("email", "email is missing");
        }
        return email;
    }

    Set<String> roleNames() {
        Set<String> names = new TreeSet<>();
        for (String name : roles == null ? List.<@Nullable String>of() : roles) {
            if (name == null || names.size() == MAX_ROLES) {
                throw ServiceException.invalidMember("roles", "roles contains null or too many values");
            }
            names.add(name);
        }
        return names;
    }

    @Override
    public String toString() {
        return "NewInvitationBody";
    }
}
