package dev.signet.accounts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An account as other packages see it: identity, status and roles, but no password.
 *
 * @param name the display name; null if the account has only its username
 * @param updatedAt the time of the last change of the name, the username or the e-mail address
 * @param version a number that changes with every change of the account or its password; a login alone does not change
 *     it
 */
public record Account(
        UUID id,
        AccountKind kind,
        String username,
        @Nullable String name,
        @Nullable String email,
        boolean emailVerified,
        Set<String> roles,
        boolean enabled,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastLoginAt,
        int version) {}
