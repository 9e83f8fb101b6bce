package dev.signet.login.ticket;

import dev.signet.jose.VerifiedJwt;
import dev.signet.login.session.TokenVerificationResponse;
import dev.signet.tokens.ticket.Tickets;
import dev.signet.web.body.RequiredBody;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;

/**
 * {@code /auth/tickets}: tickets for requests that can carry only a URL, such as a browser's WebSocket or a download.
 */
@Path("/auth/tickets")
@Tag(name = "Login")
class TicketResource {

    private final Tickets tickets;
    private final JsonWebToken token;

    TicketResource(Tickets tickets, JsonWebToken token) {
        this.tickets = tickets;
        this.token = token;
    }

    @POST
    @Authenticated
    @Operation(summary = "Create a single-use ticket for one path, valid for seconds")
    public TicketResponse issue(@Nullable TicketRequest body) {
        return TicketResponse.of(
                tickets.issue(token.getRawToken(), RequiredBody.of(body).path()));
    }

    @POST
    @Path("redemptions")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Redeem a ticket that a service received at a path")
    @APIResponse(
            responseCode = "200",
            description = "The claims of an active ticket, or active: false",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = {
                                @ExampleObject(name = "active", value = TokenVerificationResponse.EXAMPLE),
                                @ExampleObject(name = "not active", value = "{\"active\": false}")
                            }))
    public Map<String, Object> redeem(@Nullable TicketRedemption body) {
        TicketRedemption redemption = RequiredBody.of(body);
        Optional<VerifiedJwt> token = redemption.audience() == null
                ? tickets.redeem(redemption.ticket(), redemption.path())
                : tickets.redeem(redemption.ticket(), redemption.path(), redemption.audience());
        return TokenVerificationResponse.describe(token.map(VerifiedJwt::claims));
    }
}
