package dev.signet.webhooks.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.audit.EventType;
import dev.signet.error.ServiceException;
import dev.signet.web.body.JsonMembers;
import dev.signet.webhooks.event.StandardEvents;
import dev.signet.webhooks.receiver.ReceiverKind;
import dev.signet.webhooks.receiver.ReceiverSettings;
import dev.signet.webhooks.receiver.ReceiverUrls;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads and validates the requested configuration of a stream. */
@Singleton
final class StreamRequests {

    private static final int MAX_DESCRIPTION = 500;
    private static final int MAX_NAMES = 40;
    private static final Pattern HEADER = Pattern.compile("[!-~](?:[ -~]{0,3998}[!-~])?");
    private static final int MAX_NAME = 190;

    private final ReceiverUrls receiverUrls;

    StreamRequests(ReceiverUrls receiverUrls) {
        this.receiverUrls = receiverUrls;
    }

    /** Returns the requested properties; absent members keep their former values, if there are any. */
    ReceiverSettings settings(StreamBody body, @Nullable ReceiverSettings before) {
        StreamDelivery delivery = body.delivery();
        ReceiverKind kind = before == null ? ReceiverKind.POLL : before.kind();
        String url = before == null ? null : before.url();
        String header = before == null ? null : before.authorizationHeader();
        if (delivery != null) {
            kind = kind(delivery);
            url = kind == ReceiverKind.PUSH ? receiverUrls.require("delivery", delivery.endpointUrl()) : null;
            header = header(delivery, kind, before, url);
        }
        List<String> requested = before == null ? List.of() : before.requestedTypes();
        if (body.eventsRequested() != null) {
            requested = names(body.eventsRequested());
        }
        Set<EventType> types = new LinkedHashSet<>();
        requested.forEach(name -> types.addAll(StandardEvents.named(name)));
        String description = before == null ? null : before.description();
        if (body.description() != null) {
            description = description(body.description());
        }
        return new ReceiverSettings(kind, url, header, requested, types, description);
    }

    /** Rejects read-only members that differ from the current values. */
    static void requireUnchanged(StreamBody body, StreamView stream) {
        require("iss", body.iss() == null || body.iss().equals(stream.iss()));
        require(
                "aud",
                body.aud() == null
                        || (body.aud().isTextual() && body.aud().textValue().equals(stream.aud())));
        require("events_supported", isSame(body.eventsSupported(), stream.eventsSupported()));
        require("events_delivered", isSame(body.eventsDelivered(), stream.eventsDelivered()));
        require(
                "min_verification_interval",
                body.minVerificationInterval() == null
                        || body.minVerificationInterval() == stream.minVerificationInterval());
        StreamDelivery delivery = body.delivery();
        require(
                "delivery",
                delivery == null
                        || !StreamDelivery.POLL.equals(delivery.method())
                        || delivery.endpointUrl() == null
                        || Objects.equals(
                                delivery.endpointUrl(), stream.delivery().endpointUrl()));
    }

    private static ReceiverKind kind(StreamDelivery delivery) {
        if (StreamDelivery.PUSH.equals(delivery.method())) {
            return ReceiverKind.PUSH;
        }
        require("delivery", StreamDelivery.POLL.equals(delivery.method()));
        return ReceiverKind.POLL;
    }

    // Clients cannot read the header, so a delivery without one keeps it, except at another URL.
    private static @Nullable String header(
            StreamDelivery delivery, ReceiverKind kind, @Nullable ReceiverSettings before, @Nullable String url) {
        String header = delivery.authorizationHeader();
        if (header == null) {
            return before != null && Objects.equals(before.url(), url) ? before.authorizationHeader() : null;
        }
        require("delivery", kind == ReceiverKind.PUSH && HEADER.matcher(header).matches());
        return header;
    }

    private static List<String> names(JsonNode node) {
        if (node.isNull()) {
            return List.of();
        }
        List<JsonNode> elements = JsonMembers.elements("events_requested", node);
        require("events_requested", elements.size() <= MAX_NAMES);
        List<String> names = new ArrayList<>();
        for (JsonNode element : elements) {
            String name = element.textValue();
            // URIs contain no space, which separates them in the table.
            require(
                    "events_requested",
                    name != null && !name.isEmpty() && name.length() <= MAX_NAME && !name.contains(" "));
            names.add(name);
        }
        return names;
    }

    private static @Nullable String description(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        String description = JsonMembers.text("description", node);
        require("description", description.length() <= MAX_DESCRIPTION);
        return description;
    }

    private static boolean isSame(@Nullable List<@Nullable String> requested, List<String> supported) {
        return requested == null || Set.copyOf(supported).equals(new LinkedHashSet<>(requested));
    }

    private static void require(String member, boolean valid) {
        if (!valid) {
            throw ServiceException.invalidMember(member, member + " has an unsupported value");
        }
    }
}
