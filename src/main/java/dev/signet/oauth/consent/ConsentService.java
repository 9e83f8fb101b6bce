package dev.signet.oauth.consent;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.ClientDeleted;
import dev.signet.clients.RedirectUrisChanged;
import dev.signet.database.UniqueViolation;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.device.DeviceGrants;
import dev.signet.tokens.SessionEnd;
import dev.signet.tokens.SessionService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Remembers what people allowed, and forgets it when they say so. */
@ApplicationScoped
public class ConsentService {

    private static final int MAX_LISTED = 200;

    private final ConsentRepository consents;
    private final AuthorizationCodes codes;
    private final DeviceGrants devices;
    private final SessionService sessions;
    private final SecurityEvents events;
    private final Clock clock;

    ConsentService(
            ConsentRepository consents,
            AuthorizationCodes codes,
            DeviceGrants devices,
            SessionService sessions,
            SecurityEvents events,
            Clock clock) {
        this.consents = consents;
        this.codes = codes;
        this.devices = devices;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /** Whether a person has allowed a client all of that before, at the very same resource servers. */
    @Transactional
    public boolean covers(UUID accountId, String clientId, Collection<String> audience, Set<String> scope) {
        return consents.find(accountId, clientId, key(audience))
                .filter(consent -> consent.scopes().containsAll(scope))
                .isPresent();
    }

    /**
     * Locks a consent against revocation until the present transaction ends; returns false if the consent no longer covers the request. A
     * code that is issued without a consent page is issued in such a transaction, so that a later revocation finds the code.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hold(UUID accountId, String clientId, Collection<String> audience, Set<String> scope) {
        return consents.hold(accountId, clientId, key(audience)) && covers(accountId, clientId, audience, scope);
    }

    /** Remembers what a person allows; what was allowed before stays so. */
    public void grant(UUID accountId, String clientId, Collection<String> audience, Set<String> scope) {
        try {
            QuarkusTransaction.requiringNew().run(() -> store(accountId, clientId, key(audience), scope));
        } catch (RuntimeException e) {
            // Two browsers at once: the other one made the row.
            if (!UniqueViolation.causedBy(e)) {
                throw e;
            }
            QuarkusTransaction.requiringNew().run(() -> store(accountId, clientId, key(audience), scope));
        }
    }

    private void store(UUID accountId, String clientId, String audience, Set<String> scope) {
        Consent consent = consents.find(accountId, clientId, audience)
                .orElseGet(() -> new Consent(accountId, clientId, audience));
        Set<String> all = consent.scope == null ? new LinkedHashSet<>() : consent.scopes();
        all.addAll(scope);
        consent.scope = String.join(" ", all);
        consent.grantedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        consents.persistAndFlush(consent);
        events.record(SecurityEvent.of(EventType.CONSENT_GRANTED)
                .actor(accountId)
                .subject(consent.id.toString())
                .client(clientId));
    }

    /** What a person has allowed, latest first. */
    @Transactional
    public List<ConsentView> list(UUID accountId) {
        return consents.of(accountId, MAX_LISTED).stream().map(Consent::view).toList();
    }

    /**
     * Revokes a consent and ends the sessions, unused codes and approved devices of the account and the client; returns false if the
     * account has no consent of that id.
     */
    @Transactional
    public boolean revoke(UUID accountId, UUID id) {
        return consents.of(accountId, id).map(this::revoke).orElse(false);
    }

    private boolean revoke(Consent consent) {
        if (!consents.remove(consent.id)) {
            return false;
        }
        codes.withdraw(consent.accountId, consent.clientId);
        devices.withdraw(consent.accountId, consent.clientId);
        sessions.endAllOfClient(consent.accountId, consent.clientId, SessionEnd.ENDED_BY_OWNER);
        events.record(SecurityEvent.of(EventType.CONSENT_REVOKED)
                .actor(consent.accountId)
                .subject(consent.id.toString())
                .client(consent.clientId));
        return true;
    }

    // A name that is given to another client one day says nothing of what people allowed the former.
    void onClientDeleted(@Observes ClientDeleted event) {
        consents.removeOf(event.clientId());
    }

    // The users were shown the former redirect URIs. A code that is being issued by a consent holds the consent, so the
    // codes come last.
    void onRedirectUrisChanged(@Observes RedirectUrisChanged event) {
        consents.removeOf(event.clientId());
        codes.withdraw(event.clientId());
    }

    private static String key(Collection<String> audience) {
        return String.join(" ", audience.stream().sorted().toList());
    }
}
