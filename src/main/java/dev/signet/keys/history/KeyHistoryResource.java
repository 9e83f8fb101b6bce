package dev.signet.keys.history;

import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /admin/keys/history}: the hash chain of key states, which auditors can recompute. */
@Path("/admin/keys/history")
@Tag(name = "Administration")
@Produces(MediaType.APPLICATION_JSON)
class KeyHistoryResource {

    private final KeyHistory history;

    KeyHistoryResource(KeyHistory history) {
        this.history = history;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(
            summary = "List the state changes of the signing keys, oldest first",
            description = "Each entry contains its own SHA-256 hash and the hash of the previous entry.")
    public Page<HistoryView> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return history.list(PageRequest.of(uri, limit, after));
    }
}
