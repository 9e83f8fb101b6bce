package dev.signet.error;

import jakarta.ws.rs.core.Response;

/** Renders an error as a page; the package of the pages implements it. */
public interface ErrorPages {

    Response page(ServiceException rejection);
}
