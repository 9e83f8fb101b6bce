package dev.signet.webhooks;

import dev.signet.audit.EventType;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What a receiver may choose about itself.
 *
 * @param authorizationHeader the {@code Authorization} header of each event; null for none
 * @param askedFor the types as they were asked for
 * @param types which types of events here those are
 */
public record ReceiverTerms(
        ReceiverKind kind,
        @Nullable String url,
        @Nullable String authorizationHeader,
        List<String> askedFor,
        Set<EventType> types,
        @Nullable String description) {

    public ReceiverTerms {
        askedFor = List.copyOf(askedFor);
        types = Set.copyOf(types);
    }

    @Override
    public String toString() {
        return "ReceiverTerms[" + kind + "]";
    }
}
