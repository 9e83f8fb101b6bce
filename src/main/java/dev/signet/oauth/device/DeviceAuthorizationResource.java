package dev.signet.oauth.device;

import dev.signet.error.OAuthProtocol;
import dev.signet.oauth.OAuthParameters;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Endpoint {@code POST /oauth2/device_authorization} (RFC 8628 §3.1). */
@Path(DeviceAuthorizationResource.PATH)
@OAuthProtocol
@Tag(name = "OAuth")
class DeviceAuthorizationResource {

    static final String PATH = "/oauth2/device_authorization";

    private final DeviceAuthorizationService service;

    DeviceAuthorizationResource(DeviceAuthorizationService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(summary = "Request a device code and a user code (RFC 8628)")
    @APIResponse(responseCode = "200", description = "The user code for display, and the device code for polling")
    @APIResponse(
            responseCode = "400",
            description = "invalid_request, unauthorized_client, invalid_scope, invalid_target")
    @APIResponse(responseCode = "401", description = "invalid_client")
    @APIResponse(responseCode = "429", description = "too_many_attempts for a public client, with Retry-After")
    public DeviceAuthorizationResponse authorize(
            String form, @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return service.authorize(OAuthParameters.parse(form), authorization);
    }
}
