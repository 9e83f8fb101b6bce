package dev.signet.oauth.authorize;

import dev.signet.error.ErrorCode;
import dev.signet.error.PageErrors;
import dev.signet.error.ServiceException;
import dev.signet.oauth.authorize.transaction.SubmittedForm;
import dev.signet.oauth.request.AuthorizationErrorException;
import dev.signet.oauth.request.RequestParameters;
import dev.signet.pages.Branding;
import dev.signet.web.body.RequiredBody;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Authorization endpoint {@code /oauth2/authorize}, to which clients redirect browsers, and the target of the forms on
 * its pages.
 */
@Path(AuthorizeResource.PATH)
@PageErrors
@Produces(MediaType.TEXT_HTML)
class AuthorizeResource {

    static final String PATH = "/oauth2/authorize";

    /** The path at which an interrupted request continues. */
    static final String CONTINUATION = PATH + "/continuation";

    // The parameters of a form must fit into the request line of the redirect.
    private static final int MAX_QUERY = 7_500;

    private final AuthorizationFlow flow;
    private final SignInSteps signIn;
    private final ChoiceSteps choices;
    private final AuthorizationResponses responses;
    private final Branding branding;

    AuthorizeResource(
            AuthorizationFlow flow,
            SignInSteps signIn,
            ChoiceSteps choices,
            AuthorizationResponses responses,
            Branding branding) {
        this.flow = flow;
        this.signIn = signIn;
        this.choices = choices;
        this.responses = responses;
        this.branding = branding;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Request an authorization code (RFC 6749 §4.1.1); the user signs in and consents on the"
                    + " pages that follow")
    public RestResponse<String> authorize(UriInfo uri) {
        RequestParameters parameters = RequestParameters.of(uri.getQueryParameters());
        try {
            return flow.begin(parameters).build();
        } catch (AuthorizationErrorException error) {
            return responses
                    .sendErrorBeforePage(error, parameters.singleOrNull("ui_locales"))
                    .build();
        }
    }

    @GET
    @Path("/continuation")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> continueInterrupted() {
        try {
            return flow.continueInterrupted().build();
        } catch (AuthorizationErrorException error) {
            return responses.sendErrorBeforePage(error, null).build();
        }
    }

    /**
     * Redirects to the same request by {@code GET}: browsers send no cookies with a form of another site (SameSite),
     * but they do with the redirect.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> authorizeByForm(@Nullable MultivaluedMap<String, String> form) {
        String query = RequestParameters.of(RequiredBody.of(form)).toText();
        if (query.length() > MAX_QUERY) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "the form is too long");
        }
        return ResponseBuilder.<String>create(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, branding.path(PATH + "?") + query)
                .build();
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> signIn(@Nullable MultivaluedMap<String, String> form) {
        return respond(() -> signIn.submitPassword(new SubmittedForm(RequiredBody.of(form))));
    }

    @POST
    @Path("/second-factor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> secondFactor(@Nullable MultivaluedMap<String, String> form) {
        return respond(() -> signIn.submitSecondFactor(new SubmittedForm(RequiredBody.of(form))));
    }

    @POST
    @Path("/account")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> account(@Nullable MultivaluedMap<String, String> form) {
        return respond(() -> choices.submitAccountChoice(new SubmittedForm(RequiredBody.of(form))));
    }

    @POST
    @Path("/consent")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> consent(@Nullable MultivaluedMap<String, String> form) {
        return respond(() -> choices.submitConsent(new SubmittedForm(RequiredBody.of(form))));
    }

    private RestResponse<String> respond(Supplier<ResponseBuilder<String>> step) {
        try {
            return step.get().build();
        } catch (AuthorizationErrorException error) {
            return responses.sendError(error).build();
        }
    }
}
