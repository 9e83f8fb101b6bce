package dev.signet.accounts;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The body of {@code POST /admin/accounts}; only the username is required. */
record NewAccountBody(
        @Nullable String kind,
        @Nullable String username,
        @Nullable String email,
        @Nullable Boolean emailVerified,
        @Nullable List<@Nullable String> roles,
        @Nullable Boolean enabled,
        @Nullable String password,
        @Nullable String passwordHash) {

    NewAccount wanted() {
        if (username == null) {
            throw ServiceException.invalidMember("username", "missing");
        }
        return new NewAccount(
                readKind(),
                username,
                email,
                Boolean.TRUE.equals(emailVerified),
                roles == null ? Set.of() : Names.of(roles),
                !Boolean.FALSE.equals(enabled),
                password,
                passwordHash);
    }

    private AccountKind readKind() {
        return switch (Objects.requireNonNullElse(kind, "person")) {
            case "person" -> AccountKind.PERSON;
            case "service" -> AccountKind.SERVICE;
            default -> throw ServiceException.invalidMember("kind", "neither person nor service");
        };
    }

    @Override
    public String toString() {
        return "NewAccountBody";
    }
}
