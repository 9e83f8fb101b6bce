package dev.signet.webhooks.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** The configuration of a stream (Shared Signals Framework 1.0 §8.1.1). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StreamView(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"")
        UUID streamId,

        @Schema(examples = "\"https://id.example.com\"") String iss,
        @Schema(examples = "\"shop\"") @Nullable String aud,

        @Schema(examples = "[\"https://schemas.openid.net/secevent/caep/event-type/session-revoked\"]")
        List<String> eventsSupported,

        @Schema(examples = "[\"https://schemas.openid.net/secevent/caep/event-type/session-revoked\"]")
        List<String> eventsRequested,

        @Schema(examples = "[\"https://schemas.openid.net/secevent/caep/event-type/session-revoked\"]")
        List<String> eventsDelivered,

        StreamDelivery delivery,
        @Schema(examples = "10") long minVerificationInterval,

        @Schema(examples = "\"Ends sessions of the shop\"") @Nullable
        String description) {

    @Override
    public String toString() {
        return "StreamView[" + streamId + "]";
    }
}
