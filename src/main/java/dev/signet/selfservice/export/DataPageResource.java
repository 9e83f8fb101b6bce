package dev.signet.selfservice.export;

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

/** {@code /account/data}: the export of the user's data, and the deletion of the account. */
@Path("/account/data")
@PageErrors
@Produces(MediaType.TEXT_HTML)
class DataPageResource {

    private final AccountAccess access;
    private final DataSteps steps;

    DataPageResource(AccountAccess access, DataSteps steps) {
        this.access = access;
        this.steps = steps;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> show() {
        return access.show(AccountPage.DATA, steps::page);
    }

    @POST
    @Path("/export")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> export(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.DATA, form, steps::export);
    }

    @POST
    @Path("/deletion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> delete(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.DATA, form, steps::delete);
    }
}
