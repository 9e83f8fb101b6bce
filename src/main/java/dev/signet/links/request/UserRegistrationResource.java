package dev.signet.links.request;

import dev.signet.links.LinkPurpose;
import dev.signet.links.admission.UserRegistrationPolicy;
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

/** {@code POST /auth/registrations}: requests an account, if {@code signet.accounts.registration} is open. */
@Path("/auth/registrations")
@Tag(name = "Links")
class UserRegistrationResource {

    private final UserRegistrationPolicy registrationPolicy;
    private final LinkRequests requests;

    UserRegistrationResource(UserRegistrationPolicy registrationPolicy, LinkRequests requests) {
        this.registrationPolicy = registrationPolicy;
        this.requests = requests;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Request a link that creates an account")
    @APIResponse(responseCode = "202", description = "A mail is sent; it names the existing account if there is one")
    @APIResponse(responseCode = "403", description = "registration_closed")
    @APIResponse(responseCode = "429", description = "too_many_attempts, with Retry-After")
    public RestResponse<Void> register(@Nullable RegistrationBody body) {
        registrationPolicy.requireOpen();
        requests.request(LinkPurpose.REGISTRATION, RequiredBody.of(body).required());
        return RestResponse.accepted();
    }
}
