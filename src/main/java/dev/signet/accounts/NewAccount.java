package dev.signet.accounts;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * An account to create, with at most one of {@code password} and {@code passwordHash}. Without either, the account
 * cannot sign in by password.
 *
 * @param passwordHash a hash imported from another system
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

    /** Creates one without a display name. */
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

    /** Returns a user with only a username, a password and roles. */
    public static NewAccount user(String username, String password, String... roles) {
        return new NewAccount(AccountKind.PERSON, username, null, false, Set.of(roles), true, password, null);
    }

    @Override
    public String toString() {
        return "NewAccount[" + kind + "]";
    }
}
