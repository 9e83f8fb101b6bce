package dev.signet.error;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Ignores an {@code Accept} that no OAuth endpoint can satisfy: responses and errors are always JSON (RFC 6749 §5.1,
 * §5.2).
 */
final class OAuthAccept {

    private static final String JSON = "application/json";

    private final OAuthPaths paths;

    OAuthAccept(OAuthPaths paths) {
        this.paths = paths;
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void filter(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accept != null
                && !accept.contains("json")
                && !accept.contains("+jwt")
                && !accept.contains("/jwt")
                && !accept.contains("*/*")
                && !accept.contains("application/*")
                && paths.containsPath(request.getUriInfo().getRequestUri().getRawPath())) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, JSON);
        }
    }
}
