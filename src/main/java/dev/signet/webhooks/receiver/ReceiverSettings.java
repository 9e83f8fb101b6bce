package dev.signet.webhooks.receiver;

import dev.signet.audit.EventType;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * The configurable properties of a receiver.
 *
 * @param authorizationHeader the {@code Authorization} header of each event; null for none
 * @param requestedTypes the requested event types, by the names in the request
 * @param types the event types of this service that these names mean
 */
public record ReceiverSettings(
        ReceiverKind kind,
        @Nullable String url,
        @Nullable String authorizationHeader,
        List<String> requestedTypes,
        Set<EventType> types,
        @Nullable String description) {

    public ReceiverSettings {
        requestedTypes = List.copyOf(requestedTypes);
        types = Set.copyOf(types);
    }

    @Override
    public String toString() {
        return "ReceiverSettings[" + kind + "]";
    }
}
