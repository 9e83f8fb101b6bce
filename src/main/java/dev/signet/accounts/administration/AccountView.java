package dev.signet.accounts.administration;

import dev.signet.accounts.Account;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** An account as returned to administrators. */
record AccountView(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"")
        UUID id,

        @Schema(examples = "\"person\"") String kind,
        @Schema(examples = "\"alice\"") String username,

        @Schema(examples = "\"Alice Liddell\"") @Nullable String name,

        @Schema(examples = "\"alice@example.com\"") @Nullable
        String email,

        @Schema(examples = "false") boolean emailVerified,
        @Schema(examples = "[\"auditor\"]") List<String> roles,
        @Schema(examples = "true") boolean enabled,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant createdAt,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant updatedAt,

        @Schema(examples = "\"2026-11-22T09:02:11Z\"") @Nullable
        Instant lastLoginAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.kind().name().toLowerCase(Locale.ROOT),
                account.username(),
                account.name(),
                account.email(),
                account.emailVerified(),
                List.copyOf(account.roles()),
                account.enabled(),
                account.createdAt(),
                account.updatedAt(),
                account.lastLoginAt());
    }
}
