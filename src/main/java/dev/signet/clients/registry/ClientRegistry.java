package dev.signet.clients.registry;

import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.clients.FirstPartyClient;
import dev.signet.clients.metadata.ClientDocument;
import dev.signet.clients.metadata.ClientDocuments;
import dev.signet.clients.metadata.ClientRules;
import dev.signet.database.AfterCommit;
import dev.signet.database.InvalidatingCache;
import dev.signet.error.ServiceException;
import dev.signet.secrets.SecretHash;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cache of the registered clients in the database. Each node caches the clients that it has looked up. It removes a
 * client that it changes at the commit, and one that another node changes within the reload interval. Unknown ids are
 * not cached.
 */
@ApplicationScoped
public class ClientRegistry implements Clients {

    private static final Logger LOG = Logger.getLogger(ClientRegistry.class);
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final ClientRepository repository;
    private final ClientRules rules;
    private final ClientDocuments documents;
    private final MetadataDocumentClients documentClients;
    private final AfterCommit afterCommit;
    private final InvalidatingCache<String, RegisteredClient> cache;
    private final String firstPartyId;
    private volatile RegistryVersion loaded = new RegistryVersion(0, 0);

    ClientRegistry(
            ClientRepository repository,
            ClientRules rules,
            ClientDocuments documents,
            MetadataDocumentClients documentClients,
            AfterCommit afterCommit,
            RegistryConfig config,
            FirstPartyClient firstParty) {
        this.repository = repository;
        this.rules = rules;
        this.documents = documents;
        this.documentClients = documentClients;
        this.afterCommit = afterCommit;
        this.cache = new InvalidatingCache<>(config.cacheSize());
        this.firstPartyId = firstParty.clientId();
    }

    /** Returns whether an id is valid; one with a NUL could not even be queried. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    @Override
    public Optional<Client> find(String clientId) {
        RegisteredClient registeredClient = findCached(clientId);
        return Optional.ofNullable(registeredClient == null ? read(clientId) : registeredClient)
                .map(RegisteredClient::client);
    }

    @Override
    public boolean requiresFetch(String clientId) {
        return MetadataDocumentClients.isDocumentUrl(clientId);
    }

    @Override
    public boolean acceptsMetadataDocuments() {
        return documentClients.areEnabled();
    }

    /** Returns the client from the cache; never waits. */
    @Nullable
    public RegisteredClient findCached(String clientId) {
        if (clientId.equals(firstPartyId)) {
            return null;
        }
        return MetadataDocumentClients.isDocumentUrl(clientId)
                ? documentClients.findCached(clientId)
                : cache.find(clientId);
    }

    /** Returns the client from the database. */
    @Nullable
    public RegisteredClient read(String clientId) {
        // Resource servers would mistake tokens of a client with that id for tokens of the first-party login.
        if (!isId(clientId) || clientId.equals(firstPartyId)) {
            return null;
        }
        if (MetadataDocumentClients.isDocumentUrl(clientId)) {
            return documentClients.find(clientId);
        }
        long version = cache.version();
        List<Object[]> rows = QuarkusTransaction.joiningExisting().call(() -> repository.withSecrets(clientId));
        RegisteredClient client = rows.isEmpty() ? null : build(clientId, rows);
        if (client != null) {
            cache.add(client.client().id(), client, version);
        }
        return client;
    }

    private @Nullable RegisteredClient build(String clientId, List<Object[]> rows) {
        try {
            ClientDocument document = documents.parse((String) rows.get(0)[0]);
            List<RegisteredClient.Secret> secrets = rows.stream()
                    .filter(row -> row[1] != null)
                    .map(row -> new RegisteredClient.Secret(SecretHash.stored((byte[]) row[1]), (Instant) row[2]))
                    .toList();
            Client client =
                    rules.client(clientId, document).registeredAs((long) rows.get(0)[3], rows.get(0)[4] != null);
            return new RegisteredClient(client, document, secrets, rules.keys(document));
        } catch (ServiceException e) {
            // The settings of the installation have changed: an algorithm was removed, or a maximum time to live was
            // reduced.
            LOG.warnf("Client %s is rejected until its metadata is corrected: %s", clientId, e.getMessage());
            return null;
        }
    }

    /** Removes a client from the cache when the current transaction commits. */
    void removeFromCacheAtCommit(String clientId) {
        afterCommit.run(() -> cache.invalidate(List.of(clientId)));
    }

    /** Removes the clients from the cache that changed since the last call. */
    void refresh() {
        RegistryVersion before = loaded;
        QuarkusTransaction.requiringNew().run(() -> {
            RegistryVersion now = repository.version();
            if (now.deletions() != before.deletions()) {
                cache.invalidateAll();
            } else if (now.version() != before.version()) {
                cache.invalidate(repository.changedSince(before.version()));
            }
            loaded = now;
        });
    }
}
