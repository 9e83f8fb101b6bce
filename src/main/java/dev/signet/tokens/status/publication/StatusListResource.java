package dev.signet.tokens.status.publication;

import dev.signet.tokens.status.TokenStatus;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Public endpoints of {@code /status-lists}, whose responses caches may store for their time to live. */
@Path(TokenStatus.PATH)
@Tag(name = "Publishing")
class StatusListResource {

    private static final String TYPE = "application/statuslist+jwt";

    private final StatusLists lists;

    StatusListResource(StatusLists lists) {
        this.lists = lists;
    }

    @GET
    @Path("/{id}")
    @Produces(TYPE)
    @PermitAll
    @Operation(summary = "Get a status list of revoked tokens (Token Status List)")
    public RestResponse<String> list(@RestPath String id, @Context Request request) {
        StatusListDocument document = lists.document(id);
        EntityTag etag = new EntityTag(document.etag());
        boolean unchanged = request.evaluatePreconditions(etag) != null;
        RestResponse.ResponseBuilder<String> response = unchanged
                ? RestResponse.ResponseBuilder.notModified()
                : RestResponse.ResponseBuilder.ok(document.jwt(), TYPE);
        return response.tag(etag)
                .header(HttpHeaders.CACHE_CONTROL, cacheControl())
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "List the status lists")
    public RestResponse<StatusListIndex> all() {
        return RestResponse.ResponseBuilder.ok(new StatusListIndex(lists.uris()))
                .header(HttpHeaders.CACHE_CONTROL, cacheControl())
                .build();
    }

    private String cacheControl() {
        return "public, max-age=" + lists.ttl().toSeconds();
    }
}
