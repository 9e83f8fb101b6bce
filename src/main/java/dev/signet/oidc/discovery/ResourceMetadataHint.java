package dev.signet.oidc.discovery;

import dev.signet.tokens.BoundTokens;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import java.util.List;

/**
 * Tells whoever is asked for an access token by a resource of Signet's own where to learn how to get one (RFC 9728 §5.1), and that it may
 * be one bound to a key (RFC 9449 §7.1).
 */
@Singleton
final class ResourceMetadataHint {

    private static final int UNAUTHORIZED = 401;
    private static final String BEARER = "Bearer realm=\"signet\"";
    // There the token is not an access token of an account or client (RFC 7591, RFC 7592).
    private static final String REGISTRATION = "/oauth2/register";

    // Not the bean itself: filters are made before the configuration is read.
    private final Instance<ProtectedResourceMetadata> resource;

    ResourceMetadataHint(Instance<ProtectedResourceMetadata> resource) {
        this.resource = resource;
    }

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        List<Object> challenges = headers.get(HttpHeaders.WWW_AUTHENTICATE);
        if (response.getStatus() == UNAUTHORIZED
                && challenges != null
                && !request.getUriInfo().getPath().startsWith(REGISTRATION)) {
            String hint = resource.get()
                    .url()
                    .map(url -> ", resource_metadata=\"" + url + "\"")
                    .orElse("");
            headers.put(
                    HttpHeaders.WWW_AUTHENTICATE,
                    challenges.stream()
                            .map(challenge -> hinted(challenge.toString(), hint))
                            .toList());
        }
    }

    private static Object hinted(String challenge, String hint) {
        if (challenge.startsWith(BEARER)) {
            // In one field, Bearer first, as RFC 9449 §7.2 has it: some read no second one.
            return challenge + hint + ", " + BoundTokens.CHALLENGE + hint;
        }
        return challenge.startsWith("DPoP ") ? challenge + hint : challenge;
    }
}
