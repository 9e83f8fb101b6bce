package dev.signet.selfservice;

import dev.signet.error.PageErrors;
import dev.signet.login.browser.BrowserSessions;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /account}: the overview of the account, and sign-out of this browser. */
@Path(AccountPage.ROOT)
@PageErrors
@Produces(MediaType.TEXT_HTML)
class OverviewPageResource {

    private final AccountAccess access;
    private final BrowserSessions sessions;

    OverviewPageResource(AccountAccess access, BrowserSessions sessions) {
        this.access = access;
        this.sessions = sessions;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> show() {
        return access.show(AccountPage.OVERVIEW, visit -> AccountTemplates.overview(visit.frame()));
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> signOut(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.OVERVIEW, form, submission -> {
            sessions.end(submission.sessionId());
            return access.signedOut();
        });
    }
}
