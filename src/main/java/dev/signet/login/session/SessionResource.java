package dev.signet.login.session;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionService;
import dev.signet.tokens.session.SessionView;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import io.quarkus.security.Authenticated;
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

/** {@code /auth/sessions}: the user's own sessions; ends one of them or all. */
@Path("/auth/sessions")
@Tag(name = "Login")
class SessionResource {

    private final SessionService sessions;
    private final CurrentSession current;

    SessionResource(SessionService sessions, CurrentSession current) {
        this.sessions = sessions;
        this.current = current;
    }

    @GET
    @Authenticated
    @Operation(summary = "List the caller's sessions")
    public Page<SessionView> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return sessions.list(current.accountId(), PageRequest.of(uri, limit, after), current.id());
    }

    @DELETE
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "End one of the caller's sessions")
    public void end(@RestPath UUID id) {
        if (!sessions.endOwn(current.accountId(), id, SessionEnd.ENDED_BY_OWNER)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "the account has no active session with this id");
        }
    }

    @DELETE
    @Authenticated
    @Operation(summary = "Sign out everywhere")
    public void endAll() {
        sessions.endAll(current.accountId(), null, SessionEnd.ENDED_BY_OWNER);
    }
}
