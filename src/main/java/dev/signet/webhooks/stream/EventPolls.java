package dev.signet.webhooks.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.webhooks.delivery.Deliveries;
import dev.signet.webhooks.delivery.DeliveryState;
import dev.signet.webhooks.receiver.Receiver;
import dev.signet.webhooks.receiver.ReceiverKind;
import dev.signet.webhooks.receiver.ReceiverStatus;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Poll responses (RFC 8936): immediately if there are events, otherwise as soon as there are, up to a maximum wait. */
@Singleton
final class EventPolls {

    private static final Duration MAX_WAIT = Duration.ofSeconds(20);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final int MAX_WAITING = 200;

    private final Streams streams;
    private final Deliveries deliveries;
    private final ObjectMapper mapper;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    EventPolls(Streams streams, Deliveries deliveries, ObjectMapper mapper) {
        this.streams = streams;
        this.deliveries = deliveries;
        this.mapper = mapper;
    }

    /** Returns the response as JSON. Call it on a thread that may wait for the database. */
    Uni<String> poll(String client, String streamId, PollRequest request) {
        Receiver stream = streams.own(client, streamId);
        if (stream.kind() != ReceiverKind.POLL) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "the stream uses push delivery");
        }
        deliveries.acknowledge(stream.id(), request.acknowledged(), DeliveryState.DELIVERED);
        deliveries.acknowledge(stream.id(), request.rejected(), DeliveryState.PARKED);
        String now = read(client, streamId, request.maxEvents());
        boolean waits = !request.returnImmediately() && request.maxEvents() > 0 && now.equals(NOTHING);
        // If too many requests wait, the response is returned immediately, and the client polls again.
        if (!waits || !waiting.tryAcquire()) {
            return Uni.createFrom().item(now);
        }
        return later(client, streamId, request.maxEvents(), System.nanoTime())
                .onTermination()
                .invoke(waiting::release);
    }

    private static final String NOTHING = "{\"sets\":{}}";

    private Uni<String> later(String client, String streamId, int maxEvents, long start) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(INTERVAL)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(ignored -> read(client, streamId, maxEvents))
                .chain(found -> found.equals(NOTHING) && System.nanoTime() - start < MAX_WAIT.toNanos()
                        ? later(client, streamId, maxEvents, start)
                        : Uni.createFrom().item(found));
    }

    private String read(String client, String streamId, int maxEvents) {
        Receiver stream = streams.own(client, streamId);
        if (maxEvents == 0 || stream.status() != ReceiverStatus.ENABLED) {
            return NOTHING;
        }
        Map<String, String> sets = deliveries.pending(stream, maxEvents + 1);
        Map<String, Object> response = new LinkedHashMap<>();
        if (sets.size() > maxEvents) {
            List<String> ids = new ArrayList<>(sets.keySet());
            sets.remove(ids.get(maxEvents));
            response.put("moreAvailable", true);
        }
        response.put("sets", sets);
        try {
            return mapper.writeValueAsString(response);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
