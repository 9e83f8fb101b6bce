package dev.signet.webhooks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The body of {@code POST /admin/webhooks}. */
record NewWebhookBody(
        @Schema(examples = "\"https://hooks.example.com/signet\"") @Nullable
        String url,

        @Schema(examples = "[\"session.ended\", \"account.disabled\"]") @Nullable
        List<@Nullable String> eventTypes,

        @Schema(examples = "true") @Nullable Boolean active,

        @Schema(examples = "\"Ends sessions of the shop\"") @Nullable
        String description) {

    @Override
    public String toString() {
        return "NewWebhookBody";
    }
}
