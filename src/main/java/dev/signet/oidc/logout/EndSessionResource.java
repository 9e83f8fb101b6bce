package dev.signet.oidc.logout;

import dev.signet.error.ErrorCode;
import dev.signet.error.PageErrors;
import dev.signet.error.ServiceException;
import dev.signet.oauth.OAuthParameters;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Logout endpoint {@code /oauth2/logout}, to which clients redirect browsers (OpenID Connect RP-Initiated Logout). */
@Path("/oauth2/logout")
@PageErrors
@Produces(MediaType.TEXT_HTML)
@Tag(name = "OpenID Connect")
class EndSessionResource {

    // The parameters of a form must fit into the request line of the redirect.
    private static final int MAX_QUERY = 7_500;
    private static final List<String> PARAMETERS =
            List.of("id_token_hint", "client_id", "post_logout_redirect_uri", "state", "ui_locales", "logout_hint");

    private final LogoutRequests requests;
    private final LogoutService service;
    private final LogoutResponses responses;
    private final Branding branding;

    EndSessionResource(LogoutRequests requests, LogoutService service, LogoutResponses responses, Branding branding) {
        this.requests = requests;
        this.service = service;
        this.responses = responses;
        this.branding = branding;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Sign out of the browser session and redirect to the client (OpenID Connect RP-Initiated"
                    + " Logout section 2)")
    public RestResponse<String> logout(UriInfo uri) {
        return responses.respond(service.begin(requests.read(OAuthParameters.of(uri.getQueryParameters()))));
    }

    /**
     * Redirects to the same request by {@code GET}: browsers send no cookies with a form of another site (SameSite),
     * but they do with the redirect.
     */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> logoutByForm(@Nullable MultivaluedMap<String, String> form) {
        OAuthParameters parameters = OAuthParameters.of(RequiredBody.of(form));
        String query = PARAMETERS.stream()
                .flatMap(name -> parameters.first(name).stream()
                        .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        if (query.length() > MAX_QUERY) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "the form is too long");
        }
        return ResponseBuilder.<String>create(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, branding.path("/oauth2/logout?") + query)
                .build();
    }

    @POST
    @Path("/confirmation")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> confirmed(@Nullable MultivaluedMap<String, String> form) {
        OAuthParameters parameters = OAuthParameters.of(RequiredBody.of(form));
        return responses.respond(service.confirm(requests.read(parameters), parameters.required("confirmation")));
    }
}
