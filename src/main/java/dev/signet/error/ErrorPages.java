package dev.signet.error;

import jakarta.ws.rs.core.Response;

/** Shows a refusal to a person; implemented by the room that knows what pages look like. */
public interface ErrorPages {

    Response page(ServiceException refusal);
}
