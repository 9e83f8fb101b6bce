package dev.signet.login.credentials;

import dev.signet.login.session.CurrentSession;
import dev.signet.web.body.RequiredBody;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /auth/password}: changes the user's own password and ends every other session. */
@Path("/auth/password")
@Tag(name = "Login")
class PasswordResource {

    private final OwnCredentials credentials;
    private final CurrentSession current;

    PasswordResource(OwnCredentials credentials, CurrentSession current) {
        this.credentials = credentials;
        this.current = current;
    }

    @POST
    @Authenticated
    @Operation(summary = "Change the caller's password; every other session ends")
    @APIResponse(responseCode = "204", description = "The password is changed")
    public void change(@Nullable PasswordChange body) {
        PasswordChange change = RequiredBody.of(body);
        credentials.changePassword(current.accountId(), change.currentPassword(), change.newPassword(), current.id());
    }
}
