package dev.signet.login.ticket;

import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request for a ticket for one path. */
@Schema(name = "TicketBody") // its name in the OpenAPI document
record TicketRequest(@Schema(examples = "\"/chat\"") String path) {

    // Jackson leaves absent members null, although the annotations exclude it.
    @SuppressWarnings({"ConstantValue", "NullAway"})
    TicketRequest {
        if (path == null) {
            throw ServiceException.invalidMember("path", "path is missing");
        }
    }
}
