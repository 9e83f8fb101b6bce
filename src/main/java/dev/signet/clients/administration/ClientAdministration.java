package dev.signet.clients.administration;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.Client;
import dev.signet.clients.ClientDeleted;
import dev.signet.clients.FirstPartyClient;
import dev.signet.clients.metadata.ClientDocument;
import dev.signet.clients.metadata.ClientDocuments;
import dev.signet.clients.metadata.ClientRules;
import dev.signet.clients.metadata.MetadataMember;
import dev.signet.clients.metadata.RegistrationResult;
import dev.signet.clients.metadata.SectorIdentifiers;
import dev.signet.clients.registry.ClientStore;
import dev.signet.clients.registry.StoredRegistration;
import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Registration, change and deletion of clients by administrators. */
@ApplicationScoped
class ClientAdministration {

    private static final Logger LOG = Logger.getLogger(ClientAdministration.class);

    private static final Pattern CHOSEN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,99}");
    private static final Pattern ACCOUNT_ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Set<String> SECTOR_MEMBERS = Set.of("sector_identifier_uri", "subject_type", "redirect_uris");
    private static final Duration MAX_FORMER_SECRET_TTL = Duration.ofDays(90);

    private final ClientStore store;
    private final ClientRules rules;
    private final ClientDocuments documents;
    private final SectorIdentifiers sectors;
    private final SecurityEvents events;
    private final Event<ClientDeleted> deleted;
    private final ClientsConfig config;
    private final String firstPartyId;

    ClientAdministration(
            ClientStore store,
            ClientRules rules,
            ClientDocuments documents,
            SectorIdentifiers sectors,
            SecurityEvents events,
            Event<ClientDeleted> deleted,
            ClientsConfig config,
            FirstPartyClient firstParty) {
        this.store = store;
        this.rules = rules;
        this.documents = documents;
        this.sectors = sectors;
        this.events = events;
        this.deleted = deleted;
        this.config = config;
        this.firstPartyId = firstParty.clientId();
    }

    /**
     * Registers a client with the requested id or a random one.
     *
     * @throws ServiceException if a member is invalid or the id exists
     */
    ClientDocument create(ClientDocument document, @Nullable UUID actor) {
        document.requireRequested();
        sectors.require(document);
        String id = document.clientId() == null ? UUID.randomUUID().toString() : validateChosenId(document.clientId());
        try {
            return QuarkusTransaction.joiningExisting().call(() -> {
                RegistrationResult created = store.insert(id, document, null);
                warnOfLongTokens(created.client());
                record(EventType.CLIENT_CREATED, id, actor);
                return documents.response(created);
            });
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw idConflict();
            }
            throw e;
        }
    }

    // Tokens of the first-party login have that id, so a client with the same id could be mistaken for it.
    private String validateChosenId(String id) {
        if (!CHOSEN_ID.matcher(id).matches()) {
            throw ServiceException.invalidMember("client_id", "not " + CHOSEN_ID);
        }
        // The subject of a client's own token is its id, and must not have the form of an account id (RFC 9068 §5).
        if (ACCOUNT_ID.matcher(id).matches()) {
            throw ServiceException.invalidMember("client_id", "client_id must not have the form of an account id");
        }
        if (id.equals(firstPartyId)) {
            throw idConflict();
        }
        return id;
    }

    private static ServiceException idConflict() {
        return new ServiceException(ErrorCode.CONFLICT, "client_id is already in use").with("member", "client_id");
    }

    /** Lists clients in the order of their ids. */
    @Transactional
    Page<ClientDocument> list(PageRequest request) {
        return store.list(request).map(this::response);
    }

    @Transactional
    ClientDocument find(String id) {
        return store.find(id).map(this::response).orElseThrow(ClientAdministration::unknown);
    }

    private ClientDocument response(StoredRegistration stored) {
        Client client = rules.client(stored.clientId(), stored.document());
        return documents.response(new RegistrationResult(client, stored.document(), stored.createdAt(), null));
    }

    /**
     * Changes the given members; null removes a member.
     *
     * @throws ServiceException if the client does not exist or the result is invalid
     */
    ClientDocument change(String id, Map<String, @Nullable Object> patch, @Nullable UUID actor) {
        if (patch.keySet().stream().anyMatch(SECTOR_MEMBERS::contains)) {
            // An HTTP call, which must not run while other transactions wait for the lock.
            sectors.require(patched(stored(id), patch));
        }
        return QuarkusTransaction.joiningExisting().call(() -> {
            StoredRegistration stored = store.lock(id);
            RegistrationResult changed = store.replace(stored, patched(stored.document(), patch));
            if (patch.containsKey("access_token_signed_response_alg")) {
                warnOfLongTokens(changed.client());
            }
            record(EventType.CLIENT_CHANGED, id, actor);
            return documents.response(changed);
        });
    }

    private ClientDocument patched(ClientDocument document, Map<String, @Nullable Object> patch) {
        ClientDocument patched = documents.patched(document, patch);
        patched.requireRequested();
        if (patched.clientId() != null) {
            throw ServiceException.invalidMember("client_id", "client_id is read-only");
        }
        return patched;
    }

    private ClientDocument stored(String id) {
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        store.find(id).map(StoredRegistration::document).orElseThrow(ClientAdministration::unknown));
    }

    /**
     * Creates a new secret for a client.
     *
     * @param formerTtl the time in seconds for which the former secret stays valid; null for the configured time
     */
    @Transactional
    ClientDocument rotateSecret(String id, @Nullable Long formerTtl, @Nullable UUID actor) {
        Duration ttl = MetadataMember.seconds("former_secret_ttl", formerTtl, 0, MAX_FORMER_SECRET_TTL);
        RegistrationResult rotated = store.rotate(store.lock(id), ttl == null ? config.formerSecretTtl() : ttl);
        record(EventType.CLIENT_SECRET_ROTATED, id, actor);
        return documents.response(rotated);
    }

    /** Deletes a client. */
    @Transactional
    void delete(String id, @Nullable UUID actor) {
        ClientDeleted event = store.delete(id);
        record(EventType.CLIENT_DELETED, id, actor);
        deleted.fire(event);
    }

    private static void warnOfLongTokens(Client client) {
        JwsAlgorithm algorithm = client.tokens().accessTokenAlgorithm();
        if (algorithm != null && !algorithm.isClassic()) {
            LOG.warnf(
                    "Client %s gets access tokens signed with %s, about 5000 characters long: check that"
                            + " its resource servers accept headers of that size",
                    client.id(), algorithm.wireName());
        }
    }

    private void record(EventType type, String id, @Nullable UUID actor) {
        events.record(SecurityEvent.of(type).actor(actor).subject(id).client(id));
    }

    private static ServiceException unknown() {
        return new ServiceException(ErrorCode.NOT_FOUND, "client not found");
    }
}
