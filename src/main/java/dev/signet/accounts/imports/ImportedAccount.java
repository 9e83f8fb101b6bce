package dev.signet.accounts.imports;

import dev.signet.accounts.AccountKind;
import dev.signet.accounts.NewAccount;
import dev.signet.accounts.role.RoleNames;
import dev.signet.error.ServiceException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * One line of an import: a user of another system. Only the username is required; passwords are accepted only as
 * hashes.
 */
@RegisterForReflection // read from a line, not as a body
record ImportedAccount(
        @Schema(examples = "\"alice\"") String username,

        @Schema(examples = "\"Alice Liddell\"") @Nullable String name,

        @Schema(examples = "\"alice@example.com\"") @Nullable
        String email,

        @Schema(examples = "true") @Nullable Boolean emailVerified,
        @Schema(examples = "[\"auditor\"]") @Nullable List<@Nullable String> roles,
        @Schema(examples = "true") @Nullable Boolean enabled,

        @Schema(examples = "\"pbkdf2_sha256$260000$…\"") @Nullable
        String passwordHash) {

    // Jackson leaves absent members null, although the annotations exclude it.
    @SuppressWarnings({"ConstantValue", "NullAway"})
    ImportedAccount {
        if (username == null) {
            throw ServiceException.invalidMember("username", "username is missing");
        }
    }

    NewAccount newAccount() {
        return new NewAccount(
                AccountKind.PERSON,
                username,
                name,
                email,
                Boolean.TRUE.equals(emailVerified),
                roles == null ? Set.of() : RoleNames.of(roles),
                !Boolean.FALSE.equals(enabled),
                null,
                passwordHash);
    }

    @Override
    public String toString() {
        return "ImportedAccount";
    }
}
