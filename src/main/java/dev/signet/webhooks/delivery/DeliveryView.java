package dev.signet.webhooks.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A delivery as returned to administrators. Of the receiver's response it contains only the status.
 *
 * @param failure the reason why the last attempt had no response, or that the receiver rejected permanently
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
        @Schema(examples = "\"1042\"") String id,
        @Schema(examples = "\"account.disabled\"") String eventType,

        @Schema(examples = "\"7d0f1d3c-6a3b-4c11-9d52-0c6b3f2f8a10.1042\"")
        String jti,

        @Schema(examples = "\"delivered\"") String status,
        @Schema(examples = "1") int attempts,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant createdAt,

        @Schema(examples = "\"2026-11-22T08:15:31Z\"") @Nullable
        Instant lastAttemptAt,

        @Schema(examples = "\"2026-11-22T08:15:41Z\"") @Nullable
        Instant nextAttemptAt,

        @Schema(examples = "202") @Nullable Integer httpStatus,
        @Schema(examples = "\"timeout\"") @Nullable String failure,
        @Schema(examples = "37") @Nullable Integer latencyMs) {}
