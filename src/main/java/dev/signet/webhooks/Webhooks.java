package dev.signet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.body.JsonMembers;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.webhooks.delivery.Deliveries;
import dev.signet.webhooks.delivery.DeliveryView;
import dev.signet.webhooks.receiver.Receiver;
import dev.signet.webhooks.receiver.ReceiverKind;
import dev.signet.webhooks.receiver.ReceiverSettings;
import dev.signet.webhooks.receiver.ReceiverStatus;
import dev.signet.webhooks.receiver.ReceiverUrls;
import dev.signet.webhooks.receiver.Receivers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Creates, changes and removes webhooks, and repeats deliveries on request. */
@ApplicationScoped
class Webhooks {

    private static final int MAX_WEBHOOKS = 100;
    private static final int MAX_DESCRIPTION = 500;

    private final Receivers receivers;
    private final Deliveries deliveries;
    private final ReceiverUrls receiverUrls;
    private final SecurityEvents events;

    Webhooks(Receivers receivers, Deliveries deliveries, ReceiverUrls receiverUrls, SecurityEvents events) {
        this.receivers = receivers;
        this.deliveries = deliveries;
        this.receiverUrls = receiverUrls;
        this.events = events;
    }

    @Transactional
    Page<WebhookView> list(PageRequest request) {
        return receivers.webhooks(request).map(WebhookView::of);
    }

    @Transactional
    WebhookView create(NewWebhookBody body, @Nullable UUID actor) {
        if (receivers.countWebhooks() >= MAX_WEBHOOKS) {
            throw new ServiceException(ErrorCode.CONFLICT, "the limit of webhooks is reached");
        }
        Receiver created = receivers.create(
                null,
                status(body.active() == null || body.active()),
                settings(
                        receiverUrls.require("url", body.url()),
                        body.eventTypes() == null ? List.of() : body.eventTypes(),
                        description(body.description())));
        record(EventType.WEBHOOK_CREATED, created.id(), actor);
        return WebhookView.of(created);
    }

    @Transactional
    WebhookView find(UUID id) {
        return WebhookView.of(webhook(id));
    }

    /** Changes the given members; a null description clears it. */
    @Transactional
    WebhookView change(UUID id, WebhookChangeBody body, @Nullable UUID actor) {
        Receiver before = webhook(id);
        ReceiverSettings settings = settings(
                body.url() == null
                        ? String.valueOf(before.url())
                        : receiverUrls.require("url", JsonMembers.text("url", body.url())),
                body.eventTypes() == null ? before.requestedTypes() : texts(body.eventTypes()),
                body.description() == null
                        ? before.description()
                        : description(
                                body.description().isNull()
                                        ? null
                                        : JsonMembers.text("description", body.description())));
        Receiver changed = receivers.change(id, settings).orElseThrow(Webhooks::unknown);
        if (body.active() != null) {
            changed = receivers
                    .setStatus(id, status(JsonMembers.isTrue("active", body.active())), null)
                    .orElseThrow(Webhooks::unknown);
        }
        record(EventType.WEBHOOK_CHANGED, id, actor);
        return WebhookView.of(changed);
    }

    @Transactional
    void delete(UUID id, @Nullable UUID actor) {
        webhook(id);
        if (!receivers.remove(id)) {
            throw unknown();
        }
        record(EventType.WEBHOOK_DELETED, id, actor);
    }

    @Transactional
    Page<DeliveryView> deliveries(UUID id, PageRequest request, @Nullable String status) {
        webhook(id);
        return deliveries.list(id, request, status);
    }

    @Transactional
    DeliveryView redeliver(UUID id, String delivery) {
        webhook(id);
        return deliveries.redeliver(id, delivery);
    }

    /** Sends a verification event. */
    @Transactional
    DeliveryView test(UUID id) {
        webhook(id);
        return deliveries.verify(id, null);
    }

    private Receiver webhook(UUID id) {
        return receivers
                .find(id)
                .filter(receiver -> receiver.kind() == ReceiverKind.WEBHOOK)
                .orElseThrow(Webhooks::unknown);
    }

    private void record(EventType type, UUID id, @Nullable UUID actor) {
        events.record(SecurityEvent.of(type).actor(actor).subject(id.toString()));
    }

    private static ReceiverSettings settings(
            String url, List<? extends @Nullable String> names, @Nullable String description) {
        Set<EventType> types = new LinkedHashSet<>();
        for (String name : names) {
            try {
                types.add(EventType.ofWire(String.valueOf(name)));
            } catch (IllegalArgumentException e) {
                throw ServiceException.invalidMember("event_types", "event_types contains an unknown event type");
            }
        }
        if (types.isEmpty()) {
            throw ServiceException.invalidMember("event_types", "event_types is empty");
        }
        return new ReceiverSettings(
                ReceiverKind.WEBHOOK,
                url,
                null,
                types.stream().map(EventType::wire).toList(),
                types,
                description);
    }

    private static @Nullable String description(@Nullable String text) {
        if (text != null && text.length() > MAX_DESCRIPTION) {
            throw ServiceException.invalidMember("description", "description is too long");
        }
        return text;
    }

    private static ReceiverStatus status(boolean active) {
        return active ? ReceiverStatus.ENABLED : ReceiverStatus.DISABLED;
    }

    private static List<String> texts(JsonNode node) {
        return JsonMembers.elements("event_types", node).stream()
                .map(element -> JsonMembers.text("event_types", element))
                .toList();
    }

    private static ServiceException unknown() {
        return new ServiceException(ErrorCode.NOT_FOUND, "webhook not found");
    }
}
