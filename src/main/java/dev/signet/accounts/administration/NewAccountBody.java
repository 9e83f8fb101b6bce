package dev.signet.accounts.administration;

import dev.signet.accounts.AccountKind;
import dev.signet.accounts.NewAccount;
import dev.signet.accounts.role.RoleNames;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The body of {@code POST /admin/accounts}; only the username is required. */
record NewAccountBody(
        @Schema(examples = "\"person\"") @Nullable String kind,
        @Schema(examples = "\"alice\"") @Nullable String username,

        @Schema(examples = "\"Alice Liddell\"") @Nullable String name,

        @Schema(examples = "\"alice@example.com\"") @Nullable
        String email,

        @Schema(examples = "false") @Nullable Boolean emailVerified,
        @Schema(examples = "[\"auditor\"]") @Nullable List<@Nullable String> roles,
        @Schema(examples = "true") @Nullable Boolean enabled,

        @Schema(examples = "\"correct horse battery staple\"") @Nullable
        String password,

        @Schema(examples = "\"$argon2id$v=19$m=19456,t=2,p=1$…\"") @Nullable
        String passwordHash) {

    NewAccount newAccount() {
        if (username == null) {
            throw ServiceException.invalidMember("username", "username is missing");
        }
        return new NewAccount(
                readKind(),
                username,
                name,
                email,
                Boolean.TRUE.equals(emailVerified),
                roles == null ? Set.of() : RoleNames.of(roles),
                !Boolean.FALSE.equals(enabled),
                password,
                passwordHash);
    }

    private AccountKind readKind() {
        return switch (Objects.requireNonNullElse(kind, "person")) {
            case "person" -> AccountKind.PERSON;
            case "service" -> AccountKind.SERVICE;
            default -> throw ServiceException.invalidMember("kind", "kind must be person or service");
        };
    }

    @Override
    public String toString() {
        return "NewAccountBody";
    }
}
