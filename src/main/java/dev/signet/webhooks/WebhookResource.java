package dev.signet.webhooks;

import dev.signet.audit.Actor;
import dev.signet.web.body.RequiredBody;
import dev.signet.web.issuer.Issuer;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.webhooks.delivery.DeliveryView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** {@code /admin/webhooks}: webhooks for security events, and their deliveries. */
@Path("/admin/webhooks")
@Tag(name = "Administration")
class WebhookResource {

    private static final int ACCEPTED = 202;

    private final Webhooks webhooks;
    private final Actor actor;
    private final Issuer issuer;

    WebhookResource(Webhooks webhooks, Actor actor, Issuer issuer) {
        this.issuer = issuer;
        this.webhooks = webhooks;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "List webhooks, oldest first")
    public Page<WebhookView> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return webhooks.list(PageRequest.of(uri, limit, after));
    }

    @POST
    @RolesAllowed("admin")
    @Operation(summary = "Create a webhook")
    public RestResponse<WebhookView> create(@Nullable NewWebhookBody body) {
        WebhookView created = webhooks.create(RequiredBody.of(body), actor.id());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .header(HttpHeaders.LOCATION, issuer.reference("/admin/webhooks/" + created.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Read a webhook")
    public WebhookView read(@RestPath UUID id) {
        return webhooks.find(id);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Update a webhook; a null description clears it")
    public WebhookView change(@RestPath UUID id, @Nullable WebhookChangeBody body) {
        return webhooks.change(id, RequiredBody.of(body), actor.id());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Delete a webhook and its pending deliveries")
    public void delete(@RestPath UUID id) {
        webhooks.delete(id, actor.id());
    }

    @GET
    @Path("/{id}/deliveries")
    @RolesAllowed("admin")
    @Operation(summary = "List a webhook's deliveries, newest first: pending, delivered, parked or all")
    public Page<DeliveryView> deliveries(
            @RestPath UUID id,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String status,
            UriInfo uri) {
        return webhooks.deliveries(id, PageRequest.of(uri, limit, after, "status"), status);
    }

    @POST
    @Path("/{id}/deliveries/{delivery}/redeliveries")
    @RolesAllowed("admin")
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Repeat a completed or parked delivery with the same jti")
    public DeliveryView redeliver(@RestPath UUID id, @RestPath String delivery) {
        return webhooks.redeliver(id, delivery);
    }

    @POST
    @Path("/{id}/tests")
    @RolesAllowed("admin")
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Request a verification event")
    public DeliveryView test(@RestPath UUID id) {
        return webhooks.test(id);
    }
}
