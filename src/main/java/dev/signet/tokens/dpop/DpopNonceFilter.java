package dev.signet.tokens.dpop;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives whoever sent a proof the nonce for the next one (RFC 9449 §8.2), also with a refusal. */
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
