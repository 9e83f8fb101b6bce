package dev.signet.oauth.request;

import dev.signet.clients.authentication.ClientAuthentication;
import dev.signet.clients.authentication.ClientAuthenticationRequest;
import dev.signet.clients.authentication.ClientRequest;
import dev.signet.error.ErrorCode;
import dev.signet.error.OAuthProtocol;
import dev.signet.error.ServiceException;
import dev.signet.web.body.RequiredBody;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Endpoint {@code POST /oauth2/par}, at which an authenticated client stores its authorization request before it
 * redirects the browser (RFC 9126).
 */
@Path(PushedRequestResource.PATH)
@OAuthProtocol
@Tag(name = "OAuth")
class PushedRequestResource {

    static final String PATH = "/oauth2/par";

    private final ClientAuthentication authentication;
    private final PushedRequestService service;

    PushedRequestResource(ClientAuthentication authentication, PushedRequestService service) {
        this.authentication = authentication;
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(summary = "Push an authorization request (RFC 9126)")
    @APIResponse(responseCode = "201", description = "The request_uri of the request, valid for one use")
    @APIResponse(
            responseCode = "429",
            description = "too_many_attempts for a public or self-registered client, with Retry-After")
    public RestResponse<PushedAuthorizationResponse> push(
            @Nullable MultivaluedMap<String, String> form,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RestHeader("DPoP") @Nullable List<String> proofs) {
        RequestParameters parameters = RequestParameters.of(RequiredBody.of(form));
        if (parameters.hasRepeatedParameter()) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "a parameter is repeated");
        }
        ClientRequest request = authentication.request(new ClientAuthenticationRequest(
                authorization,
                parameters.singleOrNull("client_id"),
                parameters.singleOrNull("client_secret"),
                parameters.singleOrNull("client_assertion_type"),
                parameters.singleOrNull("client_assertion")));
        return RestResponse.status(
                Response.Status.CREATED, service.push(parameters, request, proofs == null ? List.of() : proofs));
    }
}
