package dev.signet.webhooks.receiver;

import dev.signet.audit.EventType;
import dev.signet.clients.ClientDeleted;
import dev.signet.database.AfterCommit;
import dev.signet.database.DatabaseClock;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The receivers of security events. Does not authorize requests; webhooks and streams do. */
@ApplicationScoped
public class Receivers {

    private final EventReceiverRepository repository;
    private final SubscribedTypes subscribedTypes;
    private final AuthorizationHeaderEncryption encryption;
    private final AfterCommit afterCommit;
    private final DatabaseClock databaseClock;
    private final Clock clock;

    Receivers(
            EventReceiverRepository repository,
            SubscribedTypes subscribedTypes,
            AuthorizationHeaderEncryption encryption,
            AfterCommit afterCommit,
            DatabaseClock databaseClock,
            Clock clock) {
        this.repository = repository;
        this.subscribedTypes = subscribedTypes;
        this.encryption = encryption;
        this.afterCommit = afterCommit;
        this.databaseClock = databaseClock;
        this.clock = clock;
    }

    @Transactional
    public Receiver create(@Nullable String clientId, ReceiverStatus status, ReceiverSettings settings) {
        EventReceiver receiver = new EventReceiver(
                UUID.randomUUID(),
                clientId,
                status,
                settings,
                encryption,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        repository.persist(receiver);
        repository.flush();
        repository.replaceTypes(receiver.id, settings.types());
        subscribeAtCommit(settings.types());
        return receiver.receiver(encryption);
    }

    @Transactional
    public Optional<Receiver> find(UUID id) {
        return repository.findByIdOptional(id).map(receiver -> receiver.receiver(encryption));
    }

    @Transactional
    public List<Receiver> streams(String clientId) {
        return repository.streams(clientId).stream()
                .map(receiver -> receiver.receiver(encryption))
                .toList();
    }

    /** Lists the webhooks, oldest first. */
    @Transactional
    public Page<Receiver> webhooks(PageRequest request) {
        return repository.webhooks(request).map(receiver -> receiver.receiver(encryption));
    }

    /** Returns the number of webhooks. */
    @Transactional
    public long countWebhooks() {
        return repository.countWebhooks();
    }

    /** Changes the properties of a receiver; empty if it does not exist. */
    @Transactional
    public Optional<Receiver> change(UUID id, ReceiverSettings settings) {
        return repository.findByIdOptional(id).map(receiver -> {
            receiver.apply(settings, encryption);
            repository.replaceTypes(id, settings.types());
            subscribeAtCommit(settings.types());
            return receiver.receiver(encryption);
        });
    }

    /** Changes the status of a receiver; empty if it does not exist. */
    @Transactional
    public Optional<Receiver> setStatus(UUID id, ReceiverStatus status, @Nullable String reason) {
        return repository.findByIdOptional(id).map(receiver -> {
            receiver.status = status.wire();
            receiver.statusReason = reason;
            subscribeAtCommit(Set.of(EventType.values()));
            return receiver.receiver(encryption);
        });
    }

    /** Returns removed receivers that may still have deliveries. */
    @Transactional
    public List<UUID> removed() {
        return repository.removed();
    }

    /** Records that a removed receiver has no deliveries any more. */
    @Transactional
    public void confirmRemoval(UUID id) {
        repository.confirmRemoval(id);
    }

    /** Removes a receiver; the next clean-up removes its deliveries. */
    @Transactional
    public boolean remove(UUID id) {
        return repository.remove(id);
    }

    /** Returns whether a verification may be sent, that is, the interval since the last one has passed. */
    @Transactional
    public boolean startVerification(UUID id, Duration interval) {
        return repository.recordVerificationRequest(id, databaseClock.now(), interval);
    }

    /**
     * Excludes a subject from the events of a receiver. Returns false if the maximum number of exclusions is reached.
     */
    @Transactional
    public boolean exclude(UUID id, String subject, int atMost) {
        if (!repository.isExcluded(id, subject)) {
            if (repository.countExclusions(id) >= atMost) {
                return false;
            }
            repository.exclude(id, subject);
        }
        return true;
    }

    /** Includes an excluded subject again. */
    @Transactional
    public void include(UUID id, String subject) {
        repository.include(id, subject);
    }

    // Runs before the other observers, so that the events of what ends with the client are not stored for its streams.
    void onClientDeleted(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ClientDeleted event) {
        repository.streams(event.clientId()).forEach(stream -> repository.remove(stream.id));
    }

    // A type that is added although it turns out to be unused costs one statement until the next refresh, and no event
    // is missed.
    private void subscribeAtCommit(Set<EventType> types) {
        afterCommit.run(() -> subscribedTypes.add(types));
    }
}
