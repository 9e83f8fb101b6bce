package dev.signet.webhooks.delivery;

import dev.signet.database.BatchedRemoval;
import dev.signet.database.DatabaseClock;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.webhooks.event.EventName;
import dev.signet.webhooks.receiver.Receiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The deliveries of a receiver: log, redelivery, pending events, and acknowledgements. */
@ApplicationScoped
public class Deliveries {

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
    private static final Pattern JTI = Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,18})");

    private final EventDeliveryRepository repository;
    private final EventDeliveryOutbox outbox;
    private final SecurityEventTokens tokens;
    private final BatchedRemoval removal;
    private final DatabaseClock clock;

    Deliveries(
            EventDeliveryRepository repository,
            EventDeliveryOutbox outbox,
            SecurityEventTokens tokens,
            BatchedRemoval removal,
            DatabaseClock clock) {
        this.repository = repository;
        this.outbox = outbox;
        this.tokens = tokens;
        this.removal = removal;
        this.clock = clock;
    }

    /** Returns the log of a receiver, newest first. */
    @Transactional
    public Page<DeliveryView> list(UUID receiver, PageRequest request, @Nullable String status) {
        DeliveryState state = status == null
                ? null
                : DeliveryState.ofWire(status)
                        .orElseThrow(() -> ServiceException.invalidMember("status", "status is unknown"));
        return repository.newestFirst(receiver, request, state).map(EventDelivery::view);
    }

    /**
     * Repeats a delivery that has ended, under the same id.
     *
     * @throws ServiceException {@code not_found}, or {@code conflict} if it has not ended
     */
    @Transactional
    public DeliveryView redeliver(UUID receiver, String id) {
        EventDelivery delivery = find(receiver, id);
        if (!repository.redeliver(receiver, delivery.position, clock.now())) {
            throw new ServiceException(ErrorCode.CONFLICT, "the delivery is still pending");
        }
        repository.getEntityManager().refresh(delivery);
        return delivery.view();
    }

    /** Adds a verification event for a receiver, with the state that the receiver expects back, if any. */
    @Transactional
    public DeliveryView verify(UUID receiver, @Nullable String state) {
        long position = outbox.addFor(
                receiver, EventName.VERIFICATION_TYPE, state == null ? Map.of() : Map.of("state", state), clock.now());
        return repository.findById(position).view();
    }

    /**
     * Signs the waiting deliveries of a receiver, oldest first, by their ids; parks those whose event token would be
     * too long.
     */
    @Transactional
    public Map<String, String> pending(Receiver receiver, int count) {
        Map<String, String> sets = new LinkedHashMap<>();
        for (EventDelivery delivery : repository.findPending(receiver.id(), count)) {
            try {
                sets.put(delivery.jti(), tokens.sign(receiver, delivery));
            } catch (ServiceException e) {
                if (e.code() != ErrorCode.TOKEN_TOO_LARGE) {
                    throw e;
                }
                repository.end(delivery, DeliveryState.PARKED, DeliveryOutcome.tooLarge(), clock.now());
            }
        }
        return sets;
    }

    /** Records that a receiver acknowledged or rejected events; unknown ids are ignored. */
    @Transactional
    public void acknowledge(UUID receiver, Iterable<String> ids, DeliveryState state) {
        for (String id : ids) {
            Matcher jti = JTI.matcher(id);
            if (jti.matches()) {
                repository.acknowledge(receiver, Long.parseLong(jti.group(2)), jti.group(1), state, clock.now());
            }
        }
    }

    /** Removes the pending deliveries of a receiver. */
    public void removeWaiting(UUID receiver) {
        removal.run(() -> repository.removeWaiting(receiver));
    }

    private EventDelivery find(UUID receiver, String id) {
        List<EventDelivery> found = POSITION.matcher(id).matches()
                ? repository.list("receiverId = ?1 and position = ?2", receiver, Long.valueOf(id))
                : List.of();
        if (found.isEmpty()) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "delivery not found");
        }
        return found.get(0);
    }
}
