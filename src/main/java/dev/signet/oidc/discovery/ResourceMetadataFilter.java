package dev.signet.oidc.discovery;

import dev.signet.clients.registry.RegistrationTokens;
import dev.signet.tokens.dpop.DpopBoundTokens;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import java.util.List;

/**
 * Filter for 401 responses of Signet's own API. It adds the URL of the resource metadata (RFC 9728 §5.1) and a
 * challenge for DPoP-bound tokens (RFC 9449 §7.1).
 */
@Singleton
final class ResourceMetadataFilter {

    private static final int UNAUTHORIZED = 401;
    private static final String BEARER = "Bearer realm=\"signet\"";

    // Filters are created before the configuration is read, so the bean is resolved later.
    private final Instance<ProtectedResourceMetadata> resource;

    ResourceMetadataFilter(Instance<ProtectedResourceMetadata> resource) {
        this.resource = resource;
    }

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        // At the registration endpoint the token is not an access token of an account or client (RFC 7591, RFC 7592).
        List<Object> challenges = headers.get(HttpHeaders.WWW_AUTHENTICATE);
        if (response.getStatus() == UNAUTHORIZED
                && challenges != null
                && !request.getUriInfo().getPath().startsWith(RegistrationTokens.PATH)) {
            String hint = resource.get()
                    .url()
                    .map(url -> ", resource_metadata=\"" + url + "\"")
                    .orElse("");
            headers.put(
                    HttpHeaders.WWW_AUTHENTICATE,
                    challenges.stream()
                            .map(challenge -> addHint(challenge.toString(), hint))
                            .toList());
        }
    }

    private static Object addHint(String challenge, String hint) {
        if (challenge.startsWith(BEARER)) {
            // One header field with Bearer first, as in RFC 9449 §7.2: some clients ignore a second field.
            return challenge + hint + ", " + DpopBoundTokens.CHALLENGE + hint;
        }
        return challenge.startsWith("DPoP ") ? challenge + hint : challenge;
    }
}
