package dev.signet.accounts;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change of an account: null leaves a member unchanged, an empty {@link Optional} clears it. Only the name and the
 * e-mail address can be cleared.
 *
 * @param passwordHash a hash imported from another system, instead of {@code password}
 */
@SuppressWarnings("NullableOptional") // absent, null and a value have three different meanings
public record AccountChange(
        @Nullable Optional<String> username,
        @Nullable Optional<String> name,
        @Nullable Optional<String> email,
        @Nullable Optional<Boolean> emailVerified,
        @Nullable Optional<Boolean> enabled,
        @Nullable Optional<List<String>> roles,
        @Nullable Optional<String> password,
        @Nullable Optional<String> passwordHash) {

    public AccountChange {
        requireValue("username", username);
        requireValue("email_verified", emailVerified);
        requireValue("enabled", enabled);
        requireValue("roles", roles);
        requireValue("password", password);
        requireValue("password_hash", passwordHash);
        if (password != null && passwordHash != null) {
            throw ServiceException.invalidMember("password_hash", "password_hash cannot be combined with password");
        }
    }

    /** Creates a change that leaves the name unchanged. */
    public AccountChange(
            @Nullable Optional<String> username,
            @Nullable Optional<String> email,
            @Nullable Optional<Boolean> emailVerified,
            @Nullable Optional<Boolean> enabled,
            @Nullable Optional<List<String>> roles,
            @Nullable Optional<String> password,
            @Nullable Optional<String> passwordHash) {
        this(username, null, email, emailVerified, enabled, roles, password, passwordHash);
    }

    /** Creates a change of the name alone; an empty value removes the name. */
    public static AccountChange ofName(Optional<String> name) {
        return new AccountChange(null, name, null, null, null, null, null, null);
    }

    static AccountChange ofRoles(Set<String> roles) {
        return new AccountChange(null, null, null, null, Optional.of(List.copyOf(roles)), null, null);
    }

    static AccountChange ofPassword(String password) {
        return new AccountChange(null, null, null, null, null, Optional.of(password), null);
    }

    /** Returns whether this change can remove an administrator. */
    boolean canReduceAccess() {
        return enabled != null || roles != null;
    }

    private static void requireValue(String member, @Nullable Optional<?> value) {
        if (value != null && value.isEmpty()) {
            throw ServiceException.invalidMember(member, member + " must not be null");
        }
    }

    @Override
    public String toString() {
        return "AccountChange";
    }
}
