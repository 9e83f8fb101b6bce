package dev.signet.clients.registration;

import dev.signet.audit.Actor;
import dev.signet.web.issuer.Issuer;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Endpoints of {@code /admin/registration-tokens}: initial access tokens for clients that register themselves. */
@Path("/admin/registration-tokens")
@Tag(name = "Administration")
class InitialTokenResource {

    private final InitialTokens tokens;
    private final Actor actor;
    private final Issuer issuer;

    InitialTokenResource(InitialTokens tokens, Actor actor, Issuer issuer) {
        this.issuer = issuer;
        this.tokens = tokens;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "List initial access tokens, oldest first")
    public Page<InitialTokenView> list(
            @RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return tokens.list(PageRequest.of(uri, limit, after));
    }

    @POST
    @RolesAllowed("admin")
    @Operation(summary = "Create an initial access token, returned only in this response")
    public RestResponse<InitialTokenView> create(@Nullable NewInitialTokenBody body) {
        InitialTokenView created = body == null
                ? tokens.create(null, null, actor.id())
                : tokens.create(body.expiresIn(), body.uses(), actor.id());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .header(HttpHeaders.LOCATION, issuer.reference("/admin/registration-tokens/" + created.id()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Revoke an initial access token")
    public void delete(@RestPath UUID id) {
        tokens.delete(id, actor.id());
    }
}
