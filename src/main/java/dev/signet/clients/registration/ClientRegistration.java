package dev.signet.clients.registration;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.Client;
import dev.signet.clients.ClientDeleted;
import dev.signet.clients.RedirectUrisChanged;
import dev.signet.clients.metadata.ClientDocument;
import dev.signet.clients.metadata.ClientDocuments;
import dev.signet.clients.metadata.ClientRules;
import dev.signet.clients.metadata.RegistrationRequests;
import dev.signet.clients.metadata.RegistrationResult;
import dev.signet.clients.registry.ClientStore;
import dev.signet.clients.registry.RegistrationTokens;
import dev.signet.clients.registry.StoredRegistration;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.SecretHash;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Dynamic client registration (RFC 7591) and its management by the client (RFC 7592), if enabled. */
@ApplicationScoped
public class ClientRegistration {

    private final ClientStore store;
    private final ClientRules rules;
    private final ClientDocuments documents;
    private final RegistrationRequests requests;
    private final ClientRegistrationPolicy registrationPolicy;
    private final RegistrationTokens tokens;
    private final SecurityEvents events;
    private final Event<ClientDeleted> deleted;
    private final Event<RedirectUrisChanged> redirectUrisChanged;

    ClientRegistration(
            ClientStore store,
            ClientRules rules,
            ClientDocuments documents,
            RegistrationRequests requests,
            ClientRegistrationPolicy registrationPolicy,
            RegistrationTokens tokens,
            SecurityEvents events,
            Event<ClientDeleted> deleted,
            Event<RedirectUrisChanged> redirectUrisChanged) {
        this.store = store;
        this.rules = rules;
        this.documents = documents;
        this.requests = requests;
        this.registrationPolicy = registrationPolicy;
        this.tokens = tokens;
        this.events = events;
        this.deleted = deleted;
        this.redirectUrisChanged = redirectUrisChanged;
    }

    /** Returns whether clients can be registered other than by administrators. */
    public boolean isEnabled() {
        return registrationPolicy.allowsRegistration();
    }

    /**
     * Registers a client.
     *
     * @param initialToken the presented initial access token; null if there is none
     * @throws ServiceException {@code not_found} if registration is off; {@code authentication_required};
     *     {@code invalid_token}; {@code too_many_attempts}; {@code invalid_client_metadata};
     *     {@code invalid_redirect_uri}
     */
    ClientDocument register(Map<String, @Nullable Object> requested, @Nullable String initialToken) {
        registrationPolicy.requireAllowed(initialToken);
        ClientDocument document = requests.newDocument(requested);
        String id = UUID.randomUUID().toString();
        String token = tokens.generate();
        return QuarkusTransaction.requiringNew().call(() -> {
            registrationPolicy.consumeInitialToken(initialToken);
            RegistrationResult created = store.insert(id, document, SecretHash.of(token));
            record(EventType.CLIENT_CREATED, id);
            return response(created, token);
        });
    }

    /** Returns the registration of a client that presents its registration access token. */
    ClientDocument read(String clientId, @Nullable String token) {
        registrationPolicy.requireEnabled();
        StoredRegistration stored = authenticated(clientId, token);
        Client client = rules.client(clientId, stored.document());
        return response(
                new RegistrationResult(client, stored.document(), stored.createdAt(), null), String.valueOf(token));
    }

    /**
     * Replaces the registration of a client and issues a new registration access token (RFC 7592 §2.2, §3). A change of
     * the redirect URIs ends the consents and the unused codes of the client.
     */
    ClientDocument replace(String clientId, Map<String, @Nullable Object> requested, @Nullable String token) {
        registrationPolicy.requireEnabled();
        ClientDocument current = authenticated(clientId, token).document();
        requireMatchingToken(clientId, requested);
        requests.check(requested, current);
        return QuarkusTransaction.requiringNew().call(() -> {
            StoredRegistration stored = tokens.lock(clientId, token);
            // Reads the locked row, because an administrator may have changed the client meanwhile.
            ClientDocument former = stored.document();
            RegistrationResult changed = store.replace(stored, requests.replacement(requested, former));
            record(EventType.CLIENT_CHANGED, clientId);
            if (!redirectUris(changed.document()).equals(redirectUris(former))) {
                redirectUrisChanged.fire(new RedirectUrisChanged(clientId));
            }
            return response(changed, tokens.rotate(stored, String.valueOf(token)));
        });
    }

    /** Deletes a client that presents its registration access token. */
    void delete(String clientId, @Nullable String token) {
        registrationPolicy.requireEnabled();
        authenticated(clientId, token);
        QuarkusTransaction.requiringNew().run(() -> {
            ClientDeleted event = store.delete(clientId);
            record(EventType.CLIENT_DELETED, clientId);
            deleted.fire(event);
        });
    }

    private StoredRegistration authenticated(String clientId, @Nullable String token) {
        return QuarkusTransaction.requiringNew().call(() -> tokens.authenticate(clientId, token));
    }

    private static void requireMatchingToken(String clientId, Map<String, @Nullable Object> requested) {
        if (!clientId.equals(requested.get("client_id"))) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "client_id is not the one in the URL")
                    .with("member", "client_id");
        }
    }

    private static Set<String> redirectUris(ClientDocument document) {
        return Set.copyOf(Objects.requireNonNullElse(document.redirectUris(), List.of()));
    }

    private ClientDocument response(RegistrationResult registration, String token) {
        return documents.response(
                registration.managedBy(token, tokens.uri(registration.client().id())));
    }

    private void record(EventType type, String id) {
        events.record(SecurityEvent.of(type).subject(id).client(id).detail("by", "client"));
    }
}
