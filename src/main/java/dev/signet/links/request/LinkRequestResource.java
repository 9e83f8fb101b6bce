package dev.signet.links.request;

import dev.signet.links.LinkPurpose;
import dev.signet.web.body.RequiredBody;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /auth/links}: requests a link by mail. The response does not reveal whether a matching account exists. */
@Path("/auth/links")
@Tag(name = "Links")
class LinkRequestResource {

    private final LinkRequests requests;

    LinkRequestResource(LinkRequests requests) {
        this.requests = requests;
    }

    @POST
    @Path("/password-reset")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Request a link that resets the password")
    @APIResponse(responseCode = "202", description = "A mail is sent if the account exists and has an e-mail address")
    @APIResponse(responseCode = "429", description = "too_many_attempts, with Retry-After")
    public RestResponse<Void> passwordReset(@Nullable LinkRequestBody body) {
        return requestLink(LinkPurpose.PASSWORD_RESET, body);
    }

    @POST
    @Path("/email-verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Request a link that verifies the e-mail address")
    @APIResponse(
            responseCode = "202",
            description = "A mail is sent if the account exists and its e-mail address is unverified")
    @APIResponse(responseCode = "429", description = "too_many_attempts, with Retry-After")
    public RestResponse<Void> emailVerification(@Nullable LinkRequestBody body) {
        return requestLink(LinkPurpose.EMAIL_VERIFICATION, body);
    }

    @POST
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Request a link for signing in without a password")
    @APIResponse(responseCode = "202", description = "A mail is sent if the account exists and has an e-mail address")
    @APIResponse(responseCode = "429", description = "too_many_attempts, with Retry-After")
    public RestResponse<Void> signIn(@Nullable LinkRequestBody body) {
        return requestLink(LinkPurpose.SIGN_IN, body);
    }

    private RestResponse<Void> requestLink(LinkPurpose purpose, @Nullable LinkRequestBody body) {
        requests.request(purpose, RequiredBody.of(body).required());
        return RestResponse.accepted();
    }
}
