package dev.signet.webhooks.delivery;

import dev.signet.audit.EventType;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtType;
import dev.signet.keys.ring.StatementSigner;
import dev.signet.web.issuer.Issuer;
import dev.signet.webhooks.event.EventName;
import dev.signet.webhooks.event.EventSubjectKind;
import dev.signet.webhooks.event.Initiator;
import dev.signet.webhooks.event.StandardEvents;
import dev.signet.webhooks.receiver.Receiver;
import dev.signet.webhooks.receiver.ReceiverKind;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signs security event tokens (RFC 8417), with the same claims for each attempt of a delivery. They have no {@code sub}
 * or {@code exp}, so that they cannot be mistaken for other tokens (Shared Signals Framework 1.0 §4.1).
 */
@Singleton
final class SecurityEventTokens {

    private final StatementSigner signer;
    private final String issuer;

    SecurityEventTokens(StatementSigner signer, Issuer issuer) {
        this.signer = signer;
        this.issuer = issuer.value();
    }

    String sign(Receiver receiver, EventDelivery delivery) {
        ClaimsSet.Builder claims =
                signer.startClaims(delivery.at).claim("jti", delivery.jti()).claim("aud", receiver.audience());
        if (!delivery.requestId.isEmpty()) {
            claims.claim("txn", delivery.requestId);
        }
        if (delivery.eventType.equals(EventName.VERIFICATION_TYPE)) {
            claims.claim("sub_id", opaque(receiver.id().toString()))
                    .claim("events", Map.of(EventName.VERIFICATION, delivery.detail()));
        } else {
            describe(claims, receiver, delivery);
        }
        return signer.sign(JwtType.SECURITY_EVENT, claims);
    }

    private void describe(ClaimsSet.Builder claims, Receiver receiver, EventDelivery delivery) {
        EventType type = EventType.ofWire(delivery.eventType);
        Map<String, String> detail = delivery.detail();
        EventSubjectKind subjectKind = EventSubjectKind.of(type);
        String account =
                subjectKind.account(delivery.actor, delivery.subject, detail.get(EventSubjectKind.ACCOUNT_DETAIL));
        Map<String, Object> subject = subject(subjectKind, account, delivery.subject);
        if (subject != null) {
            claims.claim("sub_id", subject);
        }
        Map<String, Object> events = new LinkedHashMap<>();
        StandardEvents.nameOf(type).ifPresent(name -> events.put(name, standard(name, type, delivery, account)));
        // Clients know the standard names; administrators configured webhooks with this service's own names.
        if (receiver.kind() == ReceiverKind.WEBHOOK) {
            events.put(EventName.own(delivery.eventType), own(delivery, detail));
        }
        claims.claim("events", events);
    }

    private static Map<String, Object> standard(
            String name, EventType type, EventDelivery delivery, @Nullable String account) {
        Map<String, String> detail = delivery.detail();
        Map<String, Object> event = new LinkedHashMap<>(StandardEvents.members(type, detail));
        if (name.startsWith(EventName.CAEP)) {
            event.put("event_timestamp", delivery.at.getEpochSecond());
            event.put("initiating_entity", Initiator.of(delivery.actor, account, detail.get("reason")));
        }
        return event;
    }

    private static Map<String, Object> own(EventDelivery delivery, Map<String, String> detail) {
        Map<String, Object> event = new LinkedHashMap<>();
        put(event, "actor", delivery.actor);
        put(event, "subject", delivery.subject);
        put(event, "client_id", delivery.clientId);
        if (!detail.isEmpty()) {
            event.put("detail", detail);
        }
        return event;
    }

    private @Nullable Map<String, Object> subject(
            EventSubjectKind subjectKind, @Nullable String account, @Nullable String subject) {
        if (subjectKind == EventSubjectKind.SESSION && subject != null) {
            Map<String, Object> session = new LinkedHashMap<>();
            session.put("format", "complex");
            session.put("session", opaque(subject));
            if (account != null) {
                session.put("user", userSubject(account));
            }
            return session;
        }
        if (account != null) {
            return userSubject(account);
        }
        return subject == null ? null : opaque(subject);
    }

    private Map<String, Object> userSubject(String account) {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("format", "iss_sub");
        subject.put("iss", issuer);
        subject.put("sub", account);
        return subject;
    }

    private static Map<String, Object> opaque(String id) {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("format", "opaque");
        subject.put("id", id);
        return subject;
    }

    private static void put(Map<String, Object> event, String name, @Nullable String value) {
        if (value != null) {
            event.put(name, value);
        }
    }
}
