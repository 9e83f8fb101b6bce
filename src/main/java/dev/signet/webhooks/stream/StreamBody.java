package dev.signet.webhooks.stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A stream as requested by a client (Shared Signals Framework 1.0 §8.1.1). Read-only members may be repeated with their
 * current values. Members are JSON nodes if absent and null differ, or several types are allowed.
 */
record StreamBody(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"") @Nullable
        String streamId,

        @Schema(examples = "\"https://id.example.com\"") @Nullable
        String iss,

        @Schema(examples = "\"shop\"", implementation = String.class) @Nullable
        JsonNode aud,

        @Schema(examples = "[\"https://schemas.openid.net/secevent/caep/event-type/session-revoked\"]") @Nullable
        List<@Nullable String> eventsSupported,

        @Schema(
                examples = "[\"https://schemas.openid.net/secevent/caep/event-type/session-revoked\"]",
                implementation = String[].class)
        @Nullable
        JsonNode eventsRequested,

        @Schema(examples = "[\"https://schemas.openid.net/secevent/caep/event-type/session-revoked\"]") @Nullable
        List<@Nullable String> eventsDelivered,

        @Nullable StreamDelivery delivery,
        @Schema(examples = "10") @Nullable Long minVerificationInterval,

        @Schema(examples = "\"Ends sessions of the shop\"", implementation = String.class) @Nullable
        JsonNode description) {

    @Override
    public String toString() {
        return "StreamBody";
    }
}
