package dev.signet.tokens.dpop;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Response filter that sends the nonce for the next proof to clients that sent a proof (RFC 9449 §8.2), also with
 * errors.
 */
final class DpopNonceFilter {

    private final DpopNonces nonces;

    DpopNonceFilter(DpopNonces nonces) {
        this.nonces = nonces;
    }

    @ServerResponseFilter
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getHeaderString("DPoP") != null) {
            response.getHeaders().putSingle("DPoP-Nonce", nonces.current());
        }
    }
}
