package dev.signet.apikeys;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An API key as returned to its owner and administrators; it contains the key itself only after creation or rotation.
 */
public record ApiKeyView(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"")
        UUID id,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "\"sgk_4qTx9M…\"") @Nullable
        String apiKey,

        @Schema(examples = "\"sgk_4qTx9M\"") String prefix,
        @Schema(examples = "\"nightly backup\"") String name,
        @Schema(examples = "[\"profile\"]") List<String> scopes,
        @Schema(examples = "[\"reader\"]") List<String> roles,
        @Schema(examples = "[\"https://signet.example\"]") List<String> audience,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant createdAt,

        @Schema(examples = "\"2027-02-20T08:15:30Z\"") @Nullable
        Instant expiresAt,

        @Schema(examples = "\"2026-11-22T09:02:11Z\"") @Nullable
        Instant lastUsedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "\"2026-11-23T08:15:30Z\"") @Nullable
        Instant formerExpiresAt) {

    @Override
    public String toString() {
        return "ApiKeyView[" + id + "]";
    }
}
