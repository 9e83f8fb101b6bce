package dev.signet.links.admission;

import dev.signet.accounts.role.RoleNames;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** The body of {@code POST /admin/invitations}; only the e-mail address is required. */
record NewInvitationBody(
        @Schema(examples = "\"alice@example.com\"") @Nullable
        String email,

        @Schema(examples = "[\"auditor\"]") @Nullable List<@Nullable String> roles,
        @Schema(examples = "\"alice\"") @Nullable String username) {

    String requiredEmail() {
        if (email == null) {
            throw ServiceException.invalidMember("email", "email is missing");
        }
        return email;
    }

    Set<String> roleNames() {
        return roles == null ? Set.of() : RoleNames.of(roles);
    }

    @Override
    public String toString() {
        return "NewInvitationBody";
    }
}
