package dev.signet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /admin/webhooks/{id}}. The members are JSON nodes, because an absent member differs from a
 * null one (RFC 7396).
 */
record WebhookChangeBody(
        @Schema(examples = "\"https://hooks.example.com/signet\"", implementation = String.class) @Nullable
        JsonNode url,

        @Schema(examples = "[\"session.ended\"]", implementation = String[].class) @Nullable
        JsonNode eventTypes,

        @Schema(examples = "false", implementation = Boolean.class) @Nullable
        JsonNode active,

        @Schema(examples = "\"Ends sessions of the shop\"", implementation = String.class, nullable = true) @Nullable
        JsonNode description) {

    @Override
    public String toString() {
        return "WebhookChangeBody";
    }
}
