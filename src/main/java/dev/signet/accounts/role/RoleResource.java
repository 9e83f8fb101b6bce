package dev.signet.accounts.role;

import dev.signet.audit.Actor;
import dev.signet.error.ServiceException;
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

/** {@code /admin/roles}: the roles of this service. */
@Path("/admin/roles")
@Tag(name = "Administration")
class RoleResource {

    private final RoleService roles;
    private final Actor actor;
    private final Issuer issuer;

    RoleResource(RoleService roles, Actor actor, Issuer issuer) {
        this.issuer = issuer;
        this.roles = roles;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "List roles by name")
    public Page<RoleView> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return roles.list(PageRequest.of(uri, limit, after));
    }

    @POST
    @RolesAllowed("admin")
    @Operation(summary = "Create a role")
    public RestResponse<RoleView> create(@Nullable NewRoleBody body) {
        if (body == null || body.name() == null) {
            throw ServiceException.invalidMember("name", "name is missing");
        }
        RoleView created = roles.create(body.name(), actor.id());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .header(HttpHeaders.LOCATION, issuer.reference("/admin/roles/" + created.name()))
                .build();
    }

    @DELETE
    @Path("/{name}")
    @RolesAllowed("admin")
    @Operation(summary = "Delete a role that is not assigned")
    public void delete(@RestPath String name) {
        roles.delete(name, actor.id());
    }
}
