package dev.signet.selfservice.profile;

import dev.signet.accounts.Account;
import io.quarkus.qute.TemplateData;

import java.util.List;
import java.util.Objects;

/**
 * The profile of the user.
 *
 * @param typed the name in the form
 * @param wrong whether the submitted name is not acceptable
 * @param canChangeEmail whether this service can send the mail with the link
 */
@TemplateData
record ProfileState(
        String username,
        String typed,
        boolean wrong,
        String email,
        boolean verified,
        List<String> roles,
        boolean canChangeEmail) {

    static ProfileState of(Account account, boolean canChangeEmail) {
        return new ProfileState(
                account.username(),
                Objects.requireNonNullElse(account.name(), ""),
                false,
                Objects.requireNonNullElse(account.email(), ""),
                account.emailVerified(),
                account.roles().stream().sorted().toList(),
                canChangeEmail);
    }

    ProfileState withRejectedName(String name) {
        return new ProfileState(username, name, true, email, verified, roles, canChangeEmail);
    }
}
