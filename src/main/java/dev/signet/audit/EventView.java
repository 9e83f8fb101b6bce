package dev.signet.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A security event as returned to administrators. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        @Schema(examples = "\"1042\"") String id,
        @Schema(examples = "\"login.succeeded\"") String type,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant at,

        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"") @Nullable
        UUID actor,

        @Schema(examples = "\"alice\"") @Nullable String subject,
        @Schema(examples = "\"signet\"") @Nullable String clientId,
        @Schema(examples = "\"203.0.113.7\"") String address,
        @Schema(examples = "\"4f1c9b2e7a\"") String requestId,
        @Schema(examples = "{\"reason\": \"password\"}") Map<String, String> detail) {}
