package dev.signet.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signet.webhooks.receiver.Receiver;
import dev.signet.webhooks.receiver.ReceiverStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** A webhook as returned to administrators. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"")
        UUID id,

        @Schema(examples = "\"https://hooks.example.com/signet\"")
        String url,

        @Schema(examples = "[\"session.ended\", \"account.disabled\"]")
        List<String> eventTypes,

        @Schema(examples = "true") boolean active,

        @Schema(examples = "\"Ends sessions of the shop\"") @Nullable
        String description) {

    static WebhookView of(Receiver receiver) {
        return new WebhookView(
                receiver.id(),
                String.valueOf(receiver.url()),
                receiver.requestedTypes(),
                receiver.status() == ReceiverStatus.ENABLED,
                receiver.description());
    }

    @Override
    public String toString() {
        return "WebhookView[" + id + "]";
    }
}
