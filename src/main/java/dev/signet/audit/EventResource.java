package dev.signet.audit;

import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /admin/events}: the security events, newest first. */
@Path("/admin/events")
@Tag(name = "Administration")
class EventResource {

    private final EventLog log;

    EventResource(EventLog log) {
        this.log = log;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "List security events, newest first")
    public Page<EventView> list(
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String type,
            UriInfo uri) {
        return log.list(PageRequest.of(uri, limit, after, "type"), type);
    }
}
