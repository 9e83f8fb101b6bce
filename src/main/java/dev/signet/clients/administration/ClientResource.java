package dev.signet.clients.administration;

import dev.signet.audit.Actor;
import dev.signet.clients.metadata.ClientDocument;
import dev.signet.web.body.RequiredBody;
import dev.signet.web.issuer.Issuer;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Endpoints of {@code /admin/clients}: the registered clients and their secrets. */
@Path("/admin/clients")
@Tag(name = "Administration")
class ClientResource {

    private final ClientAdministration administration;
    private final Actor actor;
    private final Issuer issuer;

    ClientResource(ClientAdministration administration, Actor actor, Issuer issuer) {
        this.issuer = issuer;
        this.administration = administration;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "List clients by id")
    public Page<ClientDocument> list(
            @RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return administration.list(PageRequest.of(uri, limit, after));
    }

    @POST
    @RolesAllowed("admin")
    @Operation(summary = "Register a client; its secret is returned only in this response")
    public RestResponse<ClientDocument> create(@Nullable ClientDocument body) {
        return created(administration.create(RequiredBody.of(body), actor.id()));
    }

    @GET
    @Path("/{client_id}")
    @RolesAllowed("admin")
    @Operation(summary = "Read a client")
    public ClientDocument read(@RestPath("client_id") String clientId) {
        return administration.find(clientId);
    }

    @PATCH
    @Path("/{client_id}")
    @RolesAllowed("admin")
    @Operation(summary = "Update a client; null removes a member")
    public ClientDocument change(
            @RestPath("client_id") String clientId,
            @RequestBody(content = @Content(schema = @Schema(implementation = ClientDocument.class))) @Nullable
                    Map<String, @Nullable Object> body) {
        return administration.change(clientId, RequiredBody.of(body), actor.id());
    }

    @DELETE
    @Path("/{client_id}")
    @RolesAllowed("admin")
    @Operation(summary = "Delete a client")
    public void delete(@RestPath("client_id") String clientId) {
        administration.delete(clientId, actor.id());
    }

    @POST
    @Path("/{client_id}/secrets")
    @RolesAllowed("admin")
    @Operation(
            summary = "Rotate the secret of a client; the new secret is returned only in this response, and the"
                    + " former one stays valid for a limited time")
    public RestResponse<ClientDocument> rotateSecret(
            @RestPath("client_id") String clientId, @Nullable SecretRotationBody body) {
        return created(administration.rotateSecret(clientId, body == null ? null : body.formerSecretTtl(), actor.id()));
    }

    private RestResponse<ClientDocument> created(ClientDocument client) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, client)
                .header(HttpHeaders.LOCATION, issuer.reference("/admin/clients/" + client.clientId()))
                .build();
    }
}
