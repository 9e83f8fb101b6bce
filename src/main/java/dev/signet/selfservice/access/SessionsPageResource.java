package dev.signet.selfservice.access;

import dev.signet.error.ErrorCode;
import dev.signet.error.PageErrors;
import dev.signet.error.ServiceException;
import dev.signet.selfservice.AccountAccess;
import dev.signet.selfservice.AccountNotice;
import dev.signet.selfservice.AccountPage;
import dev.signet.selfservice.AccountVisit;
import dev.signet.selfservice.ShownTime;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionService;
import dev.signet.tokens.session.SessionView;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.UUID;

/** {@code /account/sessions}: the sessions of the user with their devices; ends one of them or all. */
@Path("/account/sessions")
@PageErrors
@Produces(MediaType.TEXT_HTML)
class SessionsPageResource {

    private final AccountAccess access;
    private final SessionService sessions;
    private final ApplicationNames applications;

    SessionsPageResource(AccountAccess access, SessionService sessions, ApplicationNames applications) {
        this.access = access;
        this.sessions = sessions;
        this.applications = applications;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> show(@RestQuery @Nullable String after, UriInfo uri) {
        PageRequest request = PageRequest.of(uri, null, after);
        return access.show(AccountPage.SESSIONS, visit -> {
            Page<ShownSession> page =
                    sessions.list(visit.accountId(), request, visit.sessionId()).map(session -> shown(session, visit));
            return AccessTemplates.sessions(visit.frame(), page.items(), Objects.requireNonNullElse(page.next(), ""));
        });
    }

    @POST
    @Path("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> end(@RestPath UUID id, @Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.SESSIONS, form, submission -> {
            if (!sessions.endOwn(submission.accountId(), id, SessionEnd.ENDED_BY_OWNER)) {
                throw new ServiceException(ErrorCode.NOT_FOUND, "the account has no active session with this id");
            }
            return id.equals(submission.sessionId())
                    ? access.signedOut()
                    : access.redirect(AccountPage.SESSIONS, AccountNotice.SESSION_ENDED);
        });
    }

    @POST
    @Path("/end-all")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> endAll(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.SESSIONS, form, submission -> {
            sessions.endAll(submission.accountId(), null, SessionEnd.ENDED_BY_OWNER);
            return access.signedOut();
        });
    }

    private ShownSession shown(SessionView session, AccountVisit visit) {
        return new ShownSession(
                session.id().toString(),
                DeviceName.of(session.userAgent()),
                applications.of(session.clientId()),
                session.address(),
                ShownTime.of(session.createdAt(), visit.language()),
                ShownTime.of(session.lastUsedAt(), visit.language()),
                session.id().equals(visit.sessionId()));
    }
}
