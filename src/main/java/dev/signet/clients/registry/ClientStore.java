package dev.signet.clients.registry;

import dev.signet.clients.Client;
import dev.signet.clients.ClientDeleted;
import dev.signet.clients.ClientSecret;
import dev.signet.clients.metadata.ClientDocument;
import dev.signet.clients.metadata.ClientDocuments;
import dev.signet.clients.metadata.ClientRules;
import dev.signet.clients.metadata.RegistrationResult;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.SecretHash;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Changes of registered clients; there is no other way to change them. Each change first raises the version of the
 * registry, which serializes changes and lets other nodes read them. At commit the client is removed from the cache.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ClientStore {

    private final ClientRepository clients;
    private final SecretRepository secrets;
    private final ClientRegistry registry;
    private final ClientRules rules;
    private final ClientDocuments documents;
    private final Clock clock;
    private final SecureRandom random;

    ClientStore(
            ClientRepository clients,
            SecretRepository secrets,
            ClientRegistry registry,
            ClientRules rules,
            ClientDocuments documents,
            Clock clock,
            SecureRandom random) {
        this.clients = clients;
        this.secrets = secrets;
        this.registry = registry;
        this.rules = rules;
        this.documents = documents;
        this.clock = clock;
        this.random = random;
    }

    /** Inserts a client, with a secret if it authenticates with one. Violates a unique constraint if the id exists. */
    public RegistrationResult insert(String clientId, ClientDocument document, @Nullable SecretHash registration) {
        Client client = rules.client(clientId, document);
        long version = beginChange(clientId);
        Instant now = now();
        clients.persistAndFlush(new StoredClient(clientId, documents.stored(document), now, version, registration));
        return new RegistrationResult(
                client, document, now, client.authenticatesWithSecret() ? newSecret(clientId, now) : null);
    }

    /** Returns a stored client. */
    public Optional<StoredRegistration> find(String clientId) {
        return clients.findByIdOptional(clientId).map(this::view);
    }

    /** Lists the stored clients in the order of their ids. */
    public Page<StoredRegistration> list(PageRequest request) {
        return clients.byId(request).map(this::view);
    }

    /**
     * Locks and returns a stored client. Other transactions cannot change it until the present one ends.
     *
     * @throws ServiceException {@code not_found}
     */
    public StoredRegistration lock(String clientId) {
        long version = beginChange(clientId);
        StoredClient stored = stored(clientId);
        stored.version = version;
        return view(stored);
    }

    private StoredRegistration view(StoredClient stored) {
        return new StoredRegistration(stored.clientId, documents.parse(stored.metadata), stored.createdAt);
    }

    /**
     * Replaces the document of a client. If the client no longer authenticates with a secret, its secrets are removed;
     * if it now does and has none, it receives one.
     */
    public RegistrationResult replace(StoredRegistration stored, ClientDocument document) {
        Client client = rules.client(stored.clientId(), document);
        stored(stored.clientId()).metadata = documents.stored(document);
        ClientSecret secret = null;
        if (!client.authenticatesWithSecret()) {
            secrets.removeOf(stored.clientId());
        } else if (secrets.newestFirst(stored.clientId()).isEmpty()) {
            secret = newSecret(stored.clientId(), now());
        }
        return new RegistrationResult(client, document, stored.createdAt(), secret);
    }

    /** Creates a new secret for a client. The newest former secret stays valid for a time, the others end. */
    public RegistrationResult rotate(StoredRegistration stored, Duration formerTtl) {
        ClientDocument document = stored.document();
        Client client = rules.client(stored.clientId(), document);
        if (!client.authenticatesWithSecret()) {
            throw new ServiceException(ErrorCode.CONFLICT, "the client authenticates without a secret");
        }
        Instant now = now();
        Instant end = now.plus(formerTtl);
        List<StoredSecret> former = secrets.newestFirst(stored.clientId());
        for (int i = 0; i < former.size(); i++) {
            StoredSecret secret = former.get(i);
            if (i == 0 && end.isAfter(now)) {
                secret.expiresAt = earlier(secret.expiresAt, end);
            } else {
                secrets.delete(secret);
            }
        }
        return new RegistrationResult(client, document, stored.createdAt(), newSecret(stored.clientId(), now));
    }

    /** Deletes a client with its secrets. Returns the event to fire. */
    public ClientDeleted delete(String clientId) {
        beginDeletion(clientId);
        StoredClient stored = stored(clientId);
        clients.delete(stored);
        clients.flush();
        return new ClientDeleted(clientId, stored.registration);
    }

    /**
     * Deletes a client that registered itself and was not used since. Returns empty if it was used, is another client
     * or is already deleted.
     */
    Optional<ClientDeleted> deleteUnused(String clientId, Instant before) {
        beginDeletion(clientId);
        return clients.findByIdOptional(clientId)
                .filter(stored -> clients.deleteUnused(clientId, before))
                .map(stored -> new ClientDeleted(clientId, stored.registration));
    }

    private long beginChange(String clientId) {
        return beginChange(clientId, 0);
    }

    private void beginDeletion(String clientId) {
        beginChange(clientId, 1);
    }

    private long beginChange(String clientId, int deletions) {
        long version = clients.nextVersion(deletions);
        registry.removeFromCacheAtCommit(clientId);
        return version;
    }

    private StoredClient stored(String clientId) {
        return clients.findByIdOptional(clientId)
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "client not found"));
    }

    private ClientSecret newSecret(String clientId, Instant now) {
        ClientSecret secret = ClientSecret.generate(random);
        secrets.persist(new StoredSecret(secret.hash(), clientId, now));
        return secret;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant earlier(@Nullable Instant a, Instant b) {
        return a == null || a.isAfter(b) ? b : a;
    }
}
