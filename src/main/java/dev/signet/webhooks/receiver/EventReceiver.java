package dev.signet.webhooks.receiver;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A receiver as stored in the table. */
@Entity
@Table(name = "event_receiver")
class EventReceiver {

    private static final String SEPARATOR = " ";

    @Id
    UUID id;

    String kind;

    @Nullable
    String clientId;

    @Nullable
    String url;

    byte @Nullable [] sealedAuthorization;

    String eventTypes;

    @Nullable
    String description;

    String status;

    @Nullable
    String statusReason;

    Instant createdAt;

    @Nullable
    Instant verifiedAt;

    protected EventReceiver() {}

    EventReceiver(
            UUID id,
            @Nullable String clientId,
            ReceiverStatus status,
            ReceiverSettings settings,
            AuthorizationSeal seal,
            Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.status = status.wire();
        this.createdAt = now;
        apply(settings, seal);
    }

    final void apply(ReceiverSettings settings, AuthorizationSeal seal) {
        kind = settings.kind().column();
        url = settings.url();
        sealedAuthorization = seal.encrypt(settings.authorizationHeader(), id, url);
        eventTypes = String.join(SEPARATOR, settings.requestedTypes());
        description = settings.description();
    }

    Receiver receiver(AuthorizationSeal seal) {
        return new Receiver(
                id,
                ReceiverKind.ofColumn(kind),
                clientId,
                url,
                seal.decrypt(sealedAuthorization, id, url),
                eventTypes.isEmpty() ? List.of() : List.of(eventTypes.split(SEPARATOR)),
                description,
                ReceiverStatus.ofWire(status).orElseThrow(),
                statusReason,
                createdAt);
    }
}
