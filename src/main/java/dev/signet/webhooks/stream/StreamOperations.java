package dev.signet.webhooks.stream;

import dev.signet.accounts.VerifiedEmails;
import dev.signet.audit.EventType;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.issuer.Issuer;
import dev.signet.webhooks.delivery.Deliveries;
import dev.signet.webhooks.receiver.Receiver;
import dev.signet.webhooks.receiver.ReceiverStatus;
import dev.signet.webhooks.receiver.Receivers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Operations of a client on its streams: status, verification, and excluded subjects. */
@ApplicationScoped
class StreamOperations {

    private static final int MAX_REASON = 200;
    private static final int MAX_STATE = 500;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_EXCLUDED = 10_000;

    private final Streams streams;
    private final Receivers receivers;
    private final Deliveries deliveries;
    private final VerifiedEmails accounts;
    private final Issuer issuer;

    StreamOperations(
            Streams streams, Receivers receivers, Deliveries deliveries, VerifiedEmails accounts, Issuer issuer) {
        this.streams = streams;
        this.receivers = receivers;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.issuer = issuer;
    }

    StreamStatusView status(String client, @Nullable String id) {
        return view(streams.own(client, id));
    }

    StreamStatusView setStatus(String client, StreamStatusView requestedStatus) {
        ReceiverStatus status = ReceiverStatus.ofWire(String.valueOf(requestedStatus.status()))
                .orElseThrow(() -> ServiceException.invalidMember("status", "status is unknown"));
        if (requestedStatus.reason() != null && requestedStatus.reason().length() > MAX_REASON) {
            throw ServiceException.invalidMember("reason", "reason is too long");
        }
        Receiver changed = QuarkusTransaction.requiringNew().call(() -> {
            Receiver stream = streams.own(client, requestedStatus.streamId());
            streams.record(EventType.STREAM_CHANGED, stream);
            return receivers
                    .setStatus(stream.id(), status, requestedStatus.reason())
                    .orElse(stream);
        });
        if (status == ReceiverStatus.DISABLED) {
            deliveries.removeWaiting(changed.id());
        }
        return view(changed);
    }

    @Transactional
    void verify(String client, VerificationBody body) {
        Receiver stream = streams.own(client, body.streamId());
        if (body.state() != null && body.state().length() > MAX_STATE) {
            throw ServiceException.invalidMember("state", "state is too long");
        }
        if (!receivers.startVerification(stream.id(), Streams.VERIFICATION_INTERVAL)) {
            throw new ServiceException(ErrorCode.TOO_MANY_ATTEMPTS, "the stream was verified a moment ago")
                    .retryAfter(Streams.VERIFICATION_INTERVAL);
        }
        deliveries.verify(stream.id(), body.state());
    }

    /**
     * Adds a subject that was removed. The account is not looked up, so that clients cannot find out whether it exists.
     */
    @Transactional
    void add(String client, SubjectBody body) {
        UUID stream = streams.own(client, body.streamId()).id();
        accounts(body).forEach(account -> receivers.include(stream, account));
    }

    @Transactional
    void remove(String client, SubjectBody body) {
        UUID stream = streams.own(client, body.streamId()).id();
        for (String account : accounts(body)) {
            if (!receivers.exclude(stream, account, MAX_EXCLUDED)) {
                throw new ServiceException(ErrorCode.CONFLICT, "the limit of excluded subjects is reached");
            }
        }
    }

    // An e-mail address that no account has verified is accepted and changes nothing, so that clients cannot find out
    // which e-mail addresses have accounts.
    private Collection<String> accounts(SubjectBody body) {
        SubjectBody.StreamSubject subject = body.subject();
        if (subject == null || !"email".equals(subject.format())) {
            return List.of(account(subject));
        }
        String email = subject.email();
        if (email == null
                || email.isEmpty()
                || email.length() > MAX_EMAIL
                || subject.iss() != null
                || subject.sub() != null) {
            throw ServiceException.invalidMember("subject", "subject must have email as its only member");
        }
        return accounts.find(email).stream().map(UUID::toString).toList();
    }

    private String account(SubjectBody.@Nullable StreamSubject subject) {
        if (subject == null
                || subject.email() != null
                || !"iss_sub".equals(subject.format())
                || !issuer.value().equals(subject.iss())
                || subject.sub() == null) {
            throw ServiceException.invalidMember("subject", "subject is not an account of this issuer");
        }
        try {
            return UUID.fromString(subject.sub()).toString();
        } catch (IllegalArgumentException e) {
            throw ServiceException.invalidMember("subject", "subject is not an account of this issuer");
        }
    }

    private static StreamStatusView view(Receiver stream) {
        return new StreamStatusView(stream.id().toString(), stream.status().wire(), stream.statusReason());
    }
}
