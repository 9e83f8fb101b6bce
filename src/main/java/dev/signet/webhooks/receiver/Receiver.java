package dev.signet.webhooks.receiver;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A receiver of security events.
 *
 * @param clientId the owner of the stream; null for webhooks
 * @param url the URL of push delivery; null for poll delivery
 * @param authorizationHeader the {@code Authorization} header of each event; null for none
 * @param requestedTypes the requested event types, some of which may be unknown here
 */
public record Receiver(
        UUID id,
        ReceiverKind kind,
        @Nullable String clientId,
        @Nullable String url,
        @Nullable String authorizationHeader,
        List<String> requestedTypes,
        @Nullable String description,
        ReceiverStatus status,
        @Nullable String statusReason,
        Instant createdAt) {

    /** Returns the audience of a delivery: the client, or the URL to which it is posted. */
    public String audience() {
        String audience = clientId == null ? url : clientId;
        return audience == null ? id.toString() : audience;
    }

    /** Leaves out the URL, which may contain a secret. */
    @Override
    public String toString() {
        return "Receiver[" + id + "]";
    }
}
