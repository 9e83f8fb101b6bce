package dev.signet.webhooks.receiver;

import dev.signet.database.SpaceSeparatedValues;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A receiver as stored in the table. */
@Entity
@Table(name = "event_receiver")
class EventReceiver {

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
            AuthorizationHeaderEncryption encryption,
            Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.status = status.wire();
        this.createdAt = now;
        apply(settings, encryption);
    }

    final void apply(ReceiverSettings settings, AuthorizationHeaderEncryption encryption) {
        kind = settings.kind().column();
        url = settings.url();
        sealedAuthorization = encryption.encrypt(settings.authorizationHeader(), id, url);
        eventTypes = SpaceSeparatedValues.join(settings.requestedTypes());
        description = settings.description();
    }

    Receiver receiver(AuthorizationHeaderEncryption encryption) {
        return new Receiver(
                id,
                ReceiverKind.ofColumn(kind),
                clientId,
                url,
                encryption.decrypt(sealedAuthorization, id, url),
                SpaceSeparatedValues.split(eventTypes),
                description,
                ReceiverStatus.ofWire(status).orElseThrow(),
                statusReason,
                createdAt);
    }
}
