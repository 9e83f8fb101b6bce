package dev.signet.accounts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** An account as administrators see it. */
record AccountView(
        UUID id,
        String kind,
        String username,
        @Nullable String email,
        boolean emailVerified,
        List<String> roles,
        boolean enabled,
        Instant createdAt,
        @Nullable Instant lastLoginAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.kind().name().toLowerCase(Locale.ROOT),
                account.username(),
                account.email(),
                account.emailVerified(),
                List.copyOf(account.roles()),
                account.enabled(),
                account.createdAt(),
                account.lastLoginAt());
    }
}
