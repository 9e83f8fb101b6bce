package dev.signet.webhooks;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who is told of security events.
 *
 * @param clientId whose stream it is; null for webhooks
 * @param url where it is told; null if it asks
 * @param authorizationHeader the {@code Authorization} header of each event; null for none
 * @param askedFor the types of events as they were asked for, some of which may be unknown here
 */
public record Receiver(
        UUID id,
        ReceiverKind kind,
        @Nullable String clientId,
        @Nullable String url,
        @Nullable String authorizationHeader,
        List<String> askedFor,
        @Nullable String description,
        ReceiverStatus status,
        @Nullable String statusReason,
        Instant createdAt) {

    /** Whom a delivery is for: the client, or the very address it is posted to. */
    String audience() {
        String audience = clientId == null ? url : clientId;
        return audience == null ? id.toString() : audience;
    }

    /** Addresses may hold somebody's secret. */
    @Override
    public String toString() {
        return "Receiver[" + id + "]";
    }
}
