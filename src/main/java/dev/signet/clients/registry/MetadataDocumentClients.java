package dev.signet.clients.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.clients.AuthenticationMethod;
import dev.signet.clients.Client;
import dev.signet.clients.documentcache.CachedDocument;
import dev.signet.clients.documentcache.PublishedDocuments;
import dev.signet.clients.metadata.ClientDocument;
import dev.signet.clients.metadata.ClientRules;
import dev.signet.clients.metadata.RegistrationRequests;
import dev.signet.error.ServiceException;
import dev.signet.fetch.CallPurpose;
import dev.signet.fetch.FetchFailedException;
import dev.signet.fetch.FetchedDocument;
import dev.signet.fetch.Fetcher;
import dev.signet.throttle.AttemptLimits;
import dev.signet.web.caller.Caller;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Clients without registration, whose id is the URL of their metadata document
 * (draft-ietf-oauth-client-id-metadata-document). Control of the URL proves the identity of the client. They have the
 * permissions of clients that register themselves, and cannot share a secret with Signet.
 */
@Singleton
class MetadataDocumentClients {

    private static final int MAX_BYTES = 5 * 1024;
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)/(?:\\.|%2e){1,2}(?:[/?]|$)");
    private static final Set<AuthenticationMethod> WITHOUT_SECRET =
            Set.of(AuthenticationMethod.NONE, AuthenticationMethod.PRIVATE_KEY_JWT);

    private final Fetcher fetcher;
    private final ObjectMapper mapper;
    private final RegistrationRequests requests;
    private final ClientRules rules;
    private final AttemptLimits limits;
    private final Caller caller;
    private final boolean enabled;
    private final PublishedDocuments<RegisteredClient> clients;

    MetadataDocumentClients(
            Fetcher fetcher,
            ObjectMapper mapper,
            RegistrationRequests requests,
            ClientRules rules,
            AttemptLimits limits,
            Caller caller,
            RegistryConfig config,
            Clock clock) {
        this.fetcher = fetcher;
        this.mapper = mapper;
        this.requests = requests;
        this.rules = rules;
        this.limits = limits;
        this.caller = caller;
        this.enabled = config.metadataDocuments();
        this.clients = new PublishedDocuments<>(clock);
    }

    boolean areEnabled() {
        return enabled;
    }

    /** Returns whether an id is a URL; the id of a registered client never is. */
    static boolean isDocumentUrl(String id) {
        return id.startsWith("https://") || id.startsWith("http://");
    }

    /** Returns the client of a URL if it was fetched recently; otherwise null. Never waits. */
    @Nullable
    RegisteredClient findCached(String url) {
        CachedDocument<RegisteredClient> client = clients.findCached(url);
        return client == null ? null : client.fresh();
    }

    /** Returns the client of a URL; null if there is none. May wait for an HTTP call. */
    @Nullable
    RegisteredClient find(String url) {
        if (!enabled || !isCanonicalUrl(url)) {
            return null;
        }
        if (clients.findCached(url) == null) {
            // The request causes an HTTP call, so it is limited.
            limits.countRegistration(caller.ipAddress());
        }
        CachedDocument<RegisteredClient> client = clients.findOrAdd(url, () -> fetch(url));
        RegisteredClient fresh = client.fresh();
        if (fresh != null) {
            return fresh;
        }
        client.fetchAgain();
        return client.usable();
    }

    // Each client has exactly one spelling of its URL.
    private boolean isCanonicalUrl(String url) {
        try {
            URI uri = new URI(url);
            fetcher.requireCallable(uri);
            return uri.getRawPath() != null
                    && !uri.getRawPath().isEmpty()
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && !DOT_SEGMENT.matcher(url).find();
        } catch (URISyntaxException | FetchFailedException e) {
            return false;
        }
    }

    private RegisteredClient fetch(String url) throws FetchFailedException {
        FetchedDocument fetched = fetcher.get(CallPurpose.CLIENT_METADATA, URI.create(url), MAX_BYTES);
        if (!Objects.requireNonNullElse(fetched.contentType(), "")
                .matches("(?i)application/(?:[a-z0-9.-]+\\+)?json(?:;.*)?")) {
            throw new IllegalArgumentException("the Content-Type of the client metadata document is not JSON");
        }
        try {
            Map<String, @Nullable Object> members = mapper.readValue(fetched.text(), new TypeReference<>() {});
            return client(url, members);
        } catch (JsonProcessingException | ServiceException e) {
            throw new IllegalArgumentException("the client metadata document is invalid", e);
        }
    }

    private RegisteredClient client(String url, Map<String, @Nullable Object> members) {
        if (!url.equals(members.get("client_id")) || members.containsKey("client_secret")) {
            throw new IllegalArgumentException(
                    "client_id of the client metadata document is not its URL, or the document has a"
                            + " client_secret");
        }
        ClientDocument document = requests.newDocument(members);
        Client client = rules.client(url, document).registeredAs(0, true);
        if (!WITHOUT_SECRET.contains(client.authenticationMethod())) {
            throw new IllegalArgumentException(
                    "token_endpoint_auth_method of the client metadata document needs a secret");
        }
        return new RegisteredClient(client, document, List.of(), rules.keys(document));
    }
}
