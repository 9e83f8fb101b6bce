package dev.signet.tokens.session.administration;

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

/** Endpoints for the sessions of one account, for administrators. */
@Path("/admin/accounts/{account}/sessions")
@Tag(name = "Administration")
class AccountSessionAdminResource {

    private final SessionService sessions;

    AccountSessionAdminResource(SessionService sessions) {
        this.sessions = sessions;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "List an account's active sessions, newest first")
    public Page<SessionView> listOf(
            @RestPath UUID account, @RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return sessions.list(account, PageRequest.of(uri, limit, after), null);
    }

    @DELETE
    @RolesAllowed("admin")
    @Operation(summary = "End every session of an account")
    public void endAllOf(@RestPath UUID account) {
        sessions.endAll(account, null, SessionEnd.ENDED_BY_ADMINISTRATOR);
    }
}
