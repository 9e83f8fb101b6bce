package dev.signet.links.admission;

import dev.signet.audit.Actor;
import dev.signet.pages.Languages;
import dev.signet.web.body.RequiredBody;
import dev.signet.web.caller.Caller;
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

/** {@code /admin/invitations}: users who were invited to create an account. */
@Path("/admin/invitations")
@Tag(name = "Administration")
class InvitationResource {

    private final Invitations invitations;
    private final Actor actor;
    private final Caller caller;
    private final Issuer issuer;

    InvitationResource(Invitations invitations, Actor actor, Caller caller, Issuer issuer) {
        this.issuer = issuer;
        this.invitations = invitations;
        this.actor = actor;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "List open invitations, oldest first")
    public Page<Invitation> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return invitations.list(PageRequest.of(uri, limit, after));
    }

    @POST
    @RolesAllowed("admin")
    @Operation(
            summary =
                    "Invite a user by mail; a new invitation replaces an earlier one for the same e-mail" + " address")
    public RestResponse<Invitation> create(@Nullable NewInvitationBody body) {
        NewInvitationBody request = RequiredBody.of(body);
        String language = Languages.choose(null, caller.acceptLanguage()).toLanguageTag();
        Invitation created = invitations.create(
                request.requiredEmail(), request.username(), request.roleNames(), actor.id(), language);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .header(HttpHeaders.LOCATION, issuer.reference("/admin/invitations/" + created.id()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Revoke an invitation")
    public void delete(@RestPath UUID id) {
        invitations.delete(id, actor.id());
    }
}
