package dev.signet.links.email;

import dev.signet.login.session.CurrentSession;
import dev.signet.web.body.RequiredBody;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code POST /auth/email}: requests a change of the user's e-mail address. */
@Path("/auth/email")
@Tag(name = "Links")
class EmailResource {

    private final EmailChanges changes;
    private final CurrentSession current;

    EmailResource(EmailChanges changes, CurrentSession current) {
        this.changes = changes;
        this.current = current;
    }

    @POST
    @Authenticated
    @Operation(
            summary = "Request a link that changes the e-mail address of the account; its use ends every other"
                    + " session")
    @APIResponse(responseCode = "202", description = "A mail is sent to the new e-mail address")
    @APIResponse(responseCode = "401", description = "invalid_credentials, otp_required")
    public RestResponse<Void> change(@Nullable EmailChangeBody body) {
        EmailChangeBody request = RequiredBody.of(body);
        changes.request(current.accountId(), current.id(), request.requiredEmail(), request.credentials());
        return RestResponse.accepted();
    }
}
