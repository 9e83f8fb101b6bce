package dev.signet.login;

import dev.signet.login.passkeys.PasskeyCeremony;
import dev.signet.web.body.RequiredBody;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** {@code /auth/login/passkey}: login with a passkey instead of a password, or as the second factor. */
@Path("/auth/login/passkey")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Login")
class PasskeyLoginResource {

    private final PasskeyLogin login;

    PasskeyLoginResource(PasskeyLogin login) {
        this.login = login;
    }

    @POST
    @Path("/options")
    @PermitAll
    @Operation(summary = "Start a login with a passkey")
    @APIResponse(responseCode = "200", description = "The ceremony and the options for navigator.credentials.get()")
    @APIResponse(responseCode = "401", description = "invalid_grant: mfa_token is unknown or expired")
    @APIResponse(responseCode = "429", description = "too_many_attempts, with Retry-After")
    public PasskeyCeremony options(@Nullable PasskeyOptionsBody body) {
        return login.start(Objects.requireNonNullElse(body, PasskeyOptionsBody.EMPTY));
    }

    @POST
    @PermitAll
    @Operation(summary = "Log in with a passkey")
    @APIResponse(responseCode = "200", description = "An access token and a refresh token")
    @APIResponse(
            responseCode = "401",
            description = "invalid_credentials; invalid_grant: the ceremony was used or has expired, start again")
    @APIResponse(responseCode = "429", description = "too_many_attempts, with Retry-After")
    public LoginResponse finish(@Nullable PasskeyLoginBody body) {
        return LoginResponse.of(login.finish(RequiredBody.of(body)));
    }
}
