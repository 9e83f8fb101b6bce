package dev.signet.login.session;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionService;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /auth/logout}: ends the session of the bearer token, or of the refresh token in the body. */
@Path("/auth/logout")
@Tag(name = "Login")
class LogoutResource {

    private final SessionService sessions;
    private final SecurityIdentity identity;
    private final CurrentSession current;

    LogoutResource(SessionService sessions, SecurityIdentity identity, CurrentSession current) {
        this.sessions = sessions;
        this.identity = identity;
        this.current = current;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "End the session and revoke its refresh token and access tokens on all nodes")
    @APIResponse(responseCode = "204", description = "The session has ended")
    public void byBody(@Nullable RefreshTokenBody body) {
        if (body == null) {
            byBearer();
        } else {
            sessions.endByRefreshToken(body.required(), SessionEnd.LOGOUT);
        }
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @Operation(hidden = true)
    public void byBearer() {
        if (identity.isAnonymous()) {
            throw new ServiceException(
                    ErrorCode.AUTHENTICATION_REQUIRED, "an access token or refresh_token is required");
        }
        sessions.end(current.id(), SessionEnd.LOGOUT);
    }
}
