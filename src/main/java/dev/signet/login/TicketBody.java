package dev.signet.login;

import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For which path a ticket is wanted. */
record TicketBody(@Schema(examples = "\"/chat\"") String path) {

    // Jackson leaves absent members null, whatever the annotations say.
    @SuppressWarnings({"ConstantValue", "NullAway"})
    TicketBody {
        if (path == null) {
            throw ServiceException.invalidMember("path", "path is missing");
        }
    }
}
