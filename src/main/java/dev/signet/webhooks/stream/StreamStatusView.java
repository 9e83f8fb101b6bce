package dev.signet.webhooks.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The status of a stream, as read and as requested by a client (Shared Signals Framework 1.0 §8.1.2). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StreamStatusView(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"") @Nullable
        String streamId,

        @Schema(examples = "\"paused\"") @Nullable String status,

        @Schema(examples = "\"Maintenance until noon\"") @Nullable
        String reason) {}
