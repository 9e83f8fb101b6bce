package dev.signet.webhooks.stream;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.issuer.Issuer;
import dev.signet.webhooks.event.StandardEvents;
import dev.signet.webhooks.receiver.Receiver;
import dev.signet.webhooks.receiver.ReceiverKind;
import dev.signet.webhooks.receiver.ReceiverSettings;
import dev.signet.webhooks.receiver.ReceiverStatus;
import dev.signet.webhooks.receiver.Receivers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The streams of clients. A client can read and change only its own, and learns nothing about others. */
@ApplicationScoped
class Streams {

    static final Duration VERIFICATION_INTERVAL = Duration.ofSeconds(10);
    static final String POLL_PATH = "/ssf/streams/";
    static final String POLL_SUFFIX = "/events";

    private static final int MAX_STREAMS = 10;

    private final Receivers receivers;
    private final StreamRequests configuration;
    private final SecurityEvents events;
    private final Issuer issuer;

    Streams(Receivers receivers, StreamRequests configuration, SecurityEvents events, Issuer issuer) {
        this.receivers = receivers;
        this.configuration = configuration;
        this.events = events;
        this.issuer = issuer;
    }

    @Transactional
    StreamView create(String client, StreamBody body) {
        if (body.streamId() != null) {
            throw ServiceException.invalidMember("stream_id", "stream_id is assigned by the server");
        }
        if (receivers.streams(client).size() >= MAX_STREAMS) {
            throw new ServiceException(ErrorCode.CONFLICT, "the client has reached the limit of streams");
        }
        Receiver created = receivers.create(client, ReceiverStatus.ENABLED, configuration.settings(body, null));
        StreamView view = view(created);
        StreamRequests.requireUnchanged(body, view);
        record(EventType.STREAM_CREATED, created);
        return view;
    }

    @Transactional
    List<StreamView> list(String client) {
        return receivers.streams(client).stream().map(this::view).toList();
    }

    @Transactional
    StreamView read(String client, String id) {
        return view(own(client, id));
    }

    /** Changes the members in the body; if it replaces the stream, absent members are cleared. */
    @Transactional
    StreamView change(String client, StreamBody body, boolean replace) {
        Receiver before = own(client, body.streamId());
        StreamRequests.requireUnchanged(body, view(before));
        Receiver changed = receivers
                .change(before.id(), configuration.settings(body, replace ? null : settings(before)))
                .orElseThrow(Streams::unknown);
        record(EventType.STREAM_CHANGED, changed);
        return view(changed);
    }

    @Transactional
    void delete(String client, @Nullable String id) {
        Receiver stream = own(client, id);
        receivers.remove(stream.id());
        record(EventType.STREAM_DELETED, stream);
    }

    /**
     * Returns a stream of the client.
     *
     * @throws ServiceException {@code not_found} if the client has no stream with that id
     */
    @Transactional
    Receiver own(String client, @Nullable String id) {
        if (id == null) {
            throw ServiceException.invalidMember("stream_id", "stream_id is missing");
        }
        try {
            return receivers
                    .find(UUID.fromString(id))
                    .filter(stream -> client.equals(stream.clientId()))
                    .orElseThrow(Streams::unknown);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    void record(EventType type, Receiver stream) {
        events.record(SecurityEvent.of(type).subject(stream.id().toString()).client(stream.clientId()));
    }

    private static ReceiverSettings settings(Receiver stream) {
        return new ReceiverSettings(
                stream.kind(),
                stream.url(),
                stream.authorizationHeader(),
                stream.requestedTypes(),
                types(stream),
                stream.description());
    }

    private static Set<EventType> types(Receiver stream) {
        Set<EventType> types = new LinkedHashSet<>();
        stream.requestedTypes().forEach(name -> types.addAll(StandardEvents.named(name)));
        return types;
    }

    private StreamView view(Receiver stream) {
        List<String> supported = StandardEvents.names();
        boolean push = stream.kind() == ReceiverKind.PUSH;
        return new StreamView(
                stream.id(),
                issuer.value(),
                stream.clientId(),
                supported,
                stream.requestedTypes(),
                stream.requestedTypes().stream()
                        .filter(supported::contains)
                        .distinct()
                        .toList(),
                new StreamDelivery(
                        push ? StreamDelivery.PUSH : StreamDelivery.POLL,
                        push ? stream.url() : issuer.url(POLL_PATH + stream.id() + POLL_SUFFIX),
                        null),
                VERIFICATION_INTERVAL.toSeconds(),
                stream.description());
    }

    private static ServiceException unknown() {
        return new ServiceException(ErrorCode.NOT_FOUND, "the client has no stream with this id");
    }
}
