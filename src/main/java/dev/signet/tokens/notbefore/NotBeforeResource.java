package dev.signet.tokens.notbefore;

import dev.signet.audit.Actor;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Endpoint for the not-before instant of an account, for administrators. */
@Path("/admin/accounts/{account}/not-before")
@Tag(name = "Administration")
class NotBeforeResource {

    private final NotBefore notBefore;
    private final Actor actor;

    NotBeforeResource(NotBefore notBefore, Actor actor) {
        this.notBefore = notBefore;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "Read the time before which logins of an account are invalid (not_before)")
    public NotBeforeBody show(@RestPath UUID account) {
        return new NotBeforeBody(notBefore
                .of(account)
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "the account has no not_before")));
    }

    @POST
    @RolesAllowed("admin")
    @Operation(
            summary = "End all sessions and tokens of an account that are based on a login before a time",
            description = "The default is the current time. A time earlier than the stored one ends no session."
                    + " Open mail links and pending logins are always deleted.")
    public NotBeforeBody set(@RestPath UUID account, @Nullable NotBeforeBody body) {
        return new NotBeforeBody(notBefore.set(account, body == null ? null : body.notBefore(), actor.id()));
    }
}
