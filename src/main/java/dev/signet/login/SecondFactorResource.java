package dev.signet.login;

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

/**
 * {@code POST /auth/login/otp}: accepts the second factor and issues the tokens, after a login that returned {@code
 * otp_required}.
 */
@Path("/auth/login/otp")
@Tag(name = "Login")
class SecondFactorResource {

    private final LoginService service;

    SecondFactorResource(LoginService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Complete a login after otp_required")
    @APIResponse(responseCode = "200", description = "An access token and a refresh token")
    @APIResponse(
            responseCode = "401",
            description = "invalid_credentials: the code is wrong; invalid_grant: start again")
    @APIResponse(responseCode = "429", description = "too_many_attempts, with Retry-After")
    public LoginResponse finish(@Nullable SecondFactorLogin login) {
        return LoginResponse.of(service.finish(RequiredBody.of(login)));
    }
}
