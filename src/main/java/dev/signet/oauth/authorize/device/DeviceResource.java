package dev.signet.oauth.authorize.device;

import dev.signet.error.PageErrors;
import dev.signet.oauth.authorize.transaction.SubmittedForm;
import dev.signet.web.body.RequiredBody;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Pages under {@code /device}, on which users connect a device that shows them a code (RFC 8628 §3.3). */
@Path(DeviceResource.PATH)
@PageErrors
@Produces(MediaType.TEXT_HTML)
class DeviceResource {

    static final String PATH = "/device";

    private final DeviceSteps steps;

    DeviceResource(DeviceSteps steps) {
        this.steps = steps;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> begin(@RestQuery("user_code") @Nullable String userCode) {
        return steps.begin(userCode == null ? "" : userCode).build();
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> signIn(@Nullable MultivaluedMap<String, String> form) {
        return steps.submitPassword(toForm(form)).build();
    }

    @POST
    @Path("/second-factor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> secondFactor(@Nullable MultivaluedMap<String, String> form) {
        return steps.submitSecondFactor(toForm(form)).build();
    }

    @POST
    @Path("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> code(@Nullable MultivaluedMap<String, String> form) {
        return steps.submitCode(toForm(form)).build();
    }

    @POST
    @Path("/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> decision(@Nullable MultivaluedMap<String, String> form) {
        return steps.submitDecision(toForm(form)).build();
    }

    private static SubmittedForm toForm(@Nullable MultivaluedMap<String, String> form) {
        return new SubmittedForm(RequiredBody.of(form));
    }
}
