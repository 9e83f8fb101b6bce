package dev.signet.tokens.bearer;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Ticket presented as {@code ?ticket=}, with the path as the request spelled it. */
final class TicketAuthenticationRequest extends BaseAuthenticationRequest {

    private final String ticket;
    private final String path;

    TicketAuthenticationRequest(String ticket, String path) {
        this.ticket = ticket;
        this.path = path;
    }

    String ticket() {
        return ticket;
    }

    String path() {
        return path;
    }
}
