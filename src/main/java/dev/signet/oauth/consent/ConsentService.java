package dev.signet.oauth.consent;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.ClientDeleted;
import dev.signet.clients.RedirectUrisChanged;
import dev.signet.clients.Scope;
import dev.signet.database.SpaceSeparatedValues;
import dev.signet.database.UniqueViolation;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.device.DeviceGrants;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionService;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;

/** Storage and revocation of the consents of users. */
@ApplicationScoped
public class ConsentService {

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

    /** Returns whether the user has granted the client all of the scope before, for exactly these resource servers. */
    @Transactional
    public boolean hasConsentFor(UUID accountId, String clientId, Collection<String> audience, Scope scope) {
        return consents.find(accountId, clientId, audienceKey(audience))
                .filter(consent -> consent.grantedScope().containsAll(scope))
                .isPresent();
    }

    /**
     * Locks a consent against revocation until the current transaction ends; returns false if the consent no longer
     * covers the request. A code that is issued without a consent page is issued in such a transaction, so that a later
     * revocation finds the code.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lock(UUID accountId, String clientId, Collection<String> audience, Scope scope) {
        return consents.lock(accountId, clientId, audienceKey(audience))
                && hasConsentFor(accountId, clientId, audience, scope);
    }

    /** Stores the consent of a user; scope that was granted before remains granted. */
    public void grant(UUID accountId, String clientId, Collection<String> audience, Scope scope) {
        try {
            QuarkusTransaction.requiringNew().run(() -> store(accountId, clientId, audienceKey(audience), scope));
        } catch (RuntimeException e) {
            // A concurrent request of another browser inserted the row.
            if (!UniqueViolation.isCauseOf(e)) {
                throw e;
            }
            QuarkusTransaction.requiringNew().run(() -> store(accountId, clientId, audienceKey(audience), scope));
        }
    }

    private void store(UUID accountId, String clientId, String audience, Scope scope) {
        Consent consent = consents.find(accountId, clientId, audience)
                .orElseGet(() -> new Consent(accountId, clientId, audience));
        consent.scope = consent.grantedScope().plus(scope).toString();
        consent.grantedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        consents.persistAndFlush(consent);
        events.record(SecurityEvent.of(EventType.CONSENT_GRANTED)
                .actor(accountId)
                .subject(consent.id.toString())
                .client(clientId));
    }

    /** Returns a page of the consents of a user, newest first. */
    @Transactional
    public Page<ConsentView> list(UUID accountId, PageRequest request) {
        return consents.findOfAccount(accountId, request).map(Consent::toView);
    }

    /**
     * Revokes a consent and ends the sessions, unused codes and approved devices of the account and the client. Returns
     * false if the account has no consent of that id.
     */
    @Transactional
    public boolean revoke(UUID accountId, UUID id) {
        return consents.findOfAccount(accountId, id).map(this::revoke).orElse(false);
    }

    private boolean revoke(Consent consent) {
        if (!consents.remove(consent.id)) {
            return false;
        }
        codes.revokeUnused(consent.accountId, consent.clientId);
        devices.revokeApproved(consent.accountId, consent.clientId);
        sessions.endAllOfClient(consent.accountId, consent.clientId, SessionEnd.ENDED_BY_OWNER);
        events.record(SecurityEvent.of(EventType.CONSENT_REVOKED)
                .actor(consent.accountId)
                .subject(consent.id.toString())
                .client(consent.clientId));
        return true;
    }

    // A client created again under the same client_id must not have the consents of the deleted one.
    void onClientDeleted(@Observes ClientDeleted event) {
        consents.removeAllOfClient(event.clientId());
    }

    // The users consented to the former redirect URIs. Issuing a code on a stored consent locks the consent. So the
    // deletion of the consents waits for such codes, and the codes are revoked after it.
    void onRedirectUrisChanged(@Observes RedirectUrisChanged event) {
        consents.removeAllOfClient(event.clientId());
        codes.revokeUnused(event.clientId());
    }

    private static String audienceKey(Collection<String> audience) {
        return SpaceSeparatedValues.join(audience.stream().sorted().toList());
    }
}
