package dev.signet.selfservice.profile;

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

/** {@code /account/profile}: the name and the e-mail address of the user. */
@Path("/account/profile")
@PageErrors
@Produces(MediaType.TEXT_HTML)
class ProfilePageResource {

    private final AccountAccess access;
    private final ProfileSteps steps;

    ProfilePageResource(AccountAccess access, ProfileSteps steps) {
        this.access = access;
        this.steps = steps;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> show() {
        return access.show(AccountPage.PROFILE, steps::profile);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> rename(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.PROFILE, form, steps::rename);
    }

    @GET
    @Path("/email")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> showEmail() {
        return access.show(AccountPage.EMAIL, steps::email);
    }

    @POST
    @Path("/email")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> changeEmail(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.EMAIL, form, steps::changeEmail);
    }
}
