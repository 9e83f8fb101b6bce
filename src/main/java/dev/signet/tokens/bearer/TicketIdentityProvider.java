package dev.signet.tokens.bearer;

import dev.signet.jose.VerifiedJwt;
import dev.signet.tokens.ticket.Tickets;
import dev.signet.web.issuer.Issuer;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.LinkedHashSet;
import java.util.Optional;

/** Authentication of a ticket, which consumes it. */
@ApplicationScoped
class TicketIdentityProvider implements IdentityProvider<TicketAuthenticationRequest> {

    private final Tickets tickets;
    private final Issuer issuer;

    TicketIdentityProvider(Tickets tickets, Issuer issuer) {
        this.tickets = tickets;
        this.issuer = issuer;
    }

    @Override
    public Class<TicketAuthenticationRequest> getRequestType() {
        return TicketAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TicketAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request));
    }

    private SecurityIdentity identity(TicketAuthenticationRequest request) {
        // Clients use the path including that of the issuer, which a proxy may have removed from the request.
        VerifiedJwt token = tickets.redeem(request.ticket(), issuer.reference(request.path()))
                .or(() -> issuer.path().isEmpty() ? Optional.empty() : tickets.redeem(request.ticket(), request.path()))
                .orElseThrow(() -> new AuthenticationFailedException("the ticket is invalid"));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(BearerPrincipal.of(token))
                .addRoles(new LinkedHashSet<>(token.claims().strings("groups")))
                .build();
    }
}
