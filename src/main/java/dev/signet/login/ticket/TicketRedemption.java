package dev.signet.login.ticket;

import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A redemption of a ticket that a service found in a URL.
 *
 * @param path the path of that URL, as it was sent
 * @param audience the audience of that service; null for the default audience
 */
record TicketRedemption(
        @Schema(examples = "\"sgt_…\"") String ticket,
        @Schema(examples = "\"/chat\"") String path,

        @Schema(
                examples = "\"https://chat.example\"",
                description = "Audience of the service that redeems the ticket; signet.tokens.audience if absent")
        @Nullable
        String audience) {

    // Jackson leaves absent members null, although the annotations exclude it.
    @SuppressWarnings({"ConstantValue", "NullAway"})
    TicketRedemption {
        if (ticket == null) {
            throw ServiceException.invalidMember("ticket", "ticket is missing");
        }
        if (path == null) {
            throw ServiceException.invalidMember("path", "path is missing");
        }
    }

    @Override
    public String toString() {
        return "TicketRedemption";
    }
}
