package dev.signet.tokens.session.administration;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionService;
import dev.signet.tokens.session.SessionView;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Endpoints to list and end sessions, for administrators. */
@Path("/admin/sessions")
@Tag(name = "Administration")
class SessionAdminResource {

    private final SessionService sessions;

    SessionAdminResource(SessionService sessions) {
        this.sessions = sessions;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "List active sessions, newest first")
    public Page<SessionView> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return sessions.list(null, PageRequest.of(uri, limit, after), null);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "End a session and revoke its refresh token and access tokens")
    public void end(@RestPath UUID id) {
        if (!sessions.end(id, SessionEnd.ENDED_BY_ADMINISTRATOR)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "session not found");
        }
    }
}
