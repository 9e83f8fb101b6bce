package dev.signet.login.ticket;

import dev.signet.tokens.ticket.IssuedTicket;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket in a response. */
record TicketResponse(
        @Schema(examples = "\"sgt_…\"") String ticket,
        @Schema(examples = "30") long expiresIn) {

    static TicketResponse of(IssuedTicket ticket) {
        return new TicketResponse(ticket.value(), ticket.expiresIn().toSeconds());
    }

    @Override
    public String toString() {
        return "TicketResponse";
    }
}
