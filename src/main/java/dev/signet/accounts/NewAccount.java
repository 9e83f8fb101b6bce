package dev.signet.accounts;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * An account to be created. At most one of {@code password} and {@code passwordHash} is given; with neither, nobody can
 * log in by password.
 *
 * @param passwordHash a hash taken over from another system
 */
public record NewAccount(
        AccountKind kind,
        String username,
        @Nullable String name,
        @Nullable String email,
        boolean emailVerified,
        Set<String> roles,
        boolean enabled,
        @Nullable String password,
        @Nullable String passwordHash) {

    public NewAccount {
        roles = Set.copyOf(roles);
    }

    /** One without another name than its username. */
    public NewAccount(
            AccountKind kind,
            String username,
            @Nullable String email,
            boolean emailVerified,
            Set<String> roles,
            boolean enabled,
            @Nullable String password,
            @Nullable String passwordHash) {
        this(kind, username, null, email, emailVerified, roles, enabled, password, passwordHash);
    }

    /** A person with a password and roles, and nothing else. */
    public static NewAccount person(String username, String password, String... roles) {
        return new NewAccount(AccountKind.PERSON, username, null, false, Set.of(roles), true, password, null);
    }

    @Override
    public String toString() {
        return "NewAccount[" + kind + "]";
    }
}
