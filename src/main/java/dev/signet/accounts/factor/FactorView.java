package dev.signet.accounts.factor;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A second factor as returned to its user and to administrators. A locked one accepts no code after too many wrong
 * codes.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactorView(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"")
        UUID id,

        @Schema(examples = "\"totp\"") String type,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant createdAt,

        @Schema(examples = "\"2026-11-22T09:02:11Z\"") @Nullable
        Instant lastUsedAt,

        @Schema(examples = "false") boolean locked) {}
