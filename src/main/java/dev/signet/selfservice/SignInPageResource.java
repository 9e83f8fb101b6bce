package dev.signet.selfservice;

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

/** {@code /account/sign-in}: sign-in to account pages. */
@Path(AccountPage.ROOT)
@PageErrors
@Produces(MediaType.TEXT_HTML)
class SignInPageResource {

    static final String PATH = AccountPage.ROOT + "/sign-in";

    private final SignInFlow flow;

    SignInPageResource(SignInFlow flow) {
        this.flow = flow;
    }

    @GET
    @Path("/sign-in")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> begin(@RestQuery("return_to") @Nullable String returnTo) {
        return flow.begin(AccountPage.ofPath(returnTo == null ? "" : returnTo)).build();
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> signIn(@Nullable MultivaluedMap<String, String> form) {
        return flow.submitPassword(new SubmittedForm(RequiredBody.of(form))).build();
    }

    @POST
    @Path("/second-factor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> secondFactor(@Nullable MultivaluedMap<String, String> form) {
        return flow.submitSecondFactor(new SubmittedForm(RequiredBody.of(form))).build();
    }
}
