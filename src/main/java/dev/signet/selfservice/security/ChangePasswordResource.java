package dev.signet.selfservice.security;

import dev.signet.pages.Branding;
import dev.signet.selfservice.AccountPage;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * {@code /.well-known/change-password} (A Well-Known URL for Changing Passwords §3): the page on which users change their
 * password. Password managers link to it.
 */
@Path("/.well-known/change-password")
class ChangePasswordResource {

    private final Branding branding;

    ChangePasswordResource(Branding branding) {
        this.branding = branding;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<Void> redirect() {
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, branding.path(AccountPage.SECURITY.path()))
                .build();
    }
}
