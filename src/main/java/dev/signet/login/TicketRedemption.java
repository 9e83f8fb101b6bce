package dev.signet.login;

import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ticket as a service found it in a URL.
 *
 * @param path of that URL, as it was sent
 */
record TicketRedemption(
        @Schema(examples = "\"sgt_…\"") String ticket,
        @Schema(examples = "\"/chat\"") String path) {

    // Jackson leaves absent members null, whatever the annotations say.
    @SuppressWarnings({"ConstantValue", "NullAway"})
    TicketRedemption {
        if (ticket == null) {
            throw ServiceException.invalidMember("ticket", "missing");
        }
        if (path == null) {
            throw ServiceException.invalidMember("path", "missing");
        }
    }

    @Override
    public String toString() {
        return "TicketRedemption";
    }
}
