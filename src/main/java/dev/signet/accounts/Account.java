package dev.signet.accounts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An account as the other rooms see it: who it is and what it may do, never its password.
 *
 * @param name what to call it; null if it has no other name than the one it logs in with
 * @param updatedAt when its name, username or e-mail address last changed
 * @param version another one after each change of the account or its password; a login alone does not change it
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
