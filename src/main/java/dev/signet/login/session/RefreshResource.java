package dev.signet.login.session;

import dev.signet.login.LoginResponse;
import dev.signet.login.LoginService;
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

/** {@code POST /auth/refresh}: issues the next pair of tokens for a refresh token, which is consumed. */
@Path("/auth/refresh")
@Tag(name = "Login")
class RefreshResource {

    private final LoginService service;

    RefreshResource(LoginService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Refresh: exchange a refresh token for a new access token and refresh token")
    @APIResponse(responseCode = "200", description = "An access token and the next refresh token")
    @APIResponse(responseCode = "401", description = "invalid_grant")
    public LoginResponse refresh(@Nullable RefreshTokenBody body) {
        return LoginResponse.of(service.refresh(RequiredBody.of(body).required()));
    }
}
