package dev.signet.keys.administration;

import dev.signet.audit.Actor;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.lifecycle.KeyRotation;
import dev.signet.keys.lifecycle.KeyRotationResult;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /admin/keys}: lists the signing keys; rotates and withdraws them on request. */
@Path("/admin/keys")
@Tag(name = "Administration")
@Produces(MediaType.APPLICATION_JSON)
class KeyResource {

    private final KeyRotation rotation;
    private final KeySchedule schedule;
    private final Actor actor;

    KeyResource(KeyRotation rotation, KeySchedule schedule, Actor actor) {
        this.rotation = rotation;
        this.schedule = schedule;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "List signing keys in every state, newest first")
    public Page<KeyView> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return rotation.list(PageRequest.of(uri, limit, after)).map(KeyView::of);
    }

    @GET
    @Path("/{kid}")
    @RolesAllowed("admin")
    @Operation(summary = "Read a signing key")
    public KeyView show(@RestPath String kid) {
        return KeyView.of(rotation.find(kid));
    }

    @POST
    @Path("/rotations")
    @RolesAllowed("admin")
    @Operation(
            summary = "Rotate signing keys: announce successors, which sign after signet.keys.announce-lead",
            description = "With immediate: true the successors sign immediately. The status is 200 instead of 201"
                    + " if nothing changed.")
    public RestResponse<RotationView> rotate(@Nullable RotationRequest body) {
        RotationRequest request = body == null ? new RotationRequest(null, null) : body;
        KeyRotationResult result = rotation.rotate(request.algorithm(), request.isImmediate(), actor.id());
        String warning = request.isImmediate()
                ? "Verifiers with a cached JWK Set may reject new tokens for up to "
                        + schedule.jwksMaxAge().toSeconds() + " seconds."
                : null;
        RotationView view =
                new RotationView(result.successors().stream().map(KeyView::of).toList(), warning);
        return RestResponse.status(result.changed() ? RestResponse.Status.CREATED : RestResponse.Status.OK, view);
    }

    @POST
    @Path("/{kid}/compromise")
    @RolesAllowed("admin")
    @Operation(
            summary = "Withdraw a compromised signing key immediately",
            description = "The key is removed from the JWK Set, its tokens are rejected, and a new key signs.")
    public KeyView compromise(@RestPath String kid) {
        return KeyView.of(rotation.compromise(kid, actor.id()));
    }
}
