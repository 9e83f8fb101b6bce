package dev.signet.selfservice.security;

import dev.signet.error.PageErrors;
import dev.signet.selfservice.AccountAccess;
import dev.signet.selfservice.AccountPage;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /account/security}: the password, the authenticator app and the recovery codes of the user. */
@Path("/account/security")
@PageErrors
@Produces(MediaType.TEXT_HTML)
class SecurityPageResource {

    private final AccountAccess access;
    private final SecuritySteps steps;

    SecurityPageResource(AccountAccess access, SecuritySteps steps) {
        this.access = access;
        this.steps = steps;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> show() {
        return access.show(AccountPage.SECURITY, steps::page);
    }

    @POST
    @Path("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> changePassword(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.SECURITY, form, steps::changePassword);
    }

    @POST
    @Path("/authenticator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> enrol(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.SECURITY, form, steps::enrol);
    }

    @POST
    @Path("/authenticator/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> confirm(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.SECURITY, form, steps::confirm);
    }

    @POST
    @Path("/authenticator/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> remove(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.SECURITY, form, steps::remove);
    }

    @POST
    @Path("/recovery-codes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> replaceRecoveryCodes(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.SECURITY, form, steps::replaceRecoveryCodes);
    }
}
