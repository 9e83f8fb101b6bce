package dev.signet.links.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An invitation that was not accepted yet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Invitation(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"")
        UUID id,

        @Schema(examples = "\"alice@example.com\"") String email,
        @Schema(examples = "\"alice\"") @Nullable String username,
        @Schema(examples = "[\"auditor\"]") List<String> roles,

        @Schema(examples = "\"cb7371be-69c5-4759-8116-7cfc9f795a67\"") @Nullable
        UUID invitedBy,

        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant createdAt,
        @Schema(examples = "\"2026-11-29T08:15:30Z\"") Instant expiresAt) {}
