package dev.signet.tokens.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Live session as its owner and administrators see it; {@code current} marks the session of the request. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionView(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"")
        UUID id,

        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"")
        UUID accountId,

        @Schema(examples = "\"signet\"") String clientId,
        @Schema(examples = "\"203.0.113.7\"") String address,
        @Schema(examples = "\"curl/8.5.0\"") @Nullable String userAgent,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant createdAt,
        @Schema(examples = "\"2026-11-22T09:02:11Z\"") Instant lastUsedAt,
        @Schema(examples = "true") boolean current) {}
