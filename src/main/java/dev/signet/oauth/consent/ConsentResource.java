package dev.signet.oauth.consent;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.session.CurrentSession;
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

/** Endpoint {@code /auth/consents} for the consents of the caller. */
@Path("/auth/consents")
@Tag(name = "Login")
class ConsentResource {

    private final ConsentService consents;
    private final CurrentSession current;

    ConsentResource(ConsentService consents, CurrentSession current) {
        this.consents = consents;
        this.current = current;
    }

    @GET
    @Authenticated
    @Operation(summary = "List the caller's consents, newest first")
    public Page<ConsentView> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return consents.list(current.accountId(), PageRequest.of(uri, limit, after));
    }

    @DELETE
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Revoke a consent; the caller's sessions of the client end")
    public void revoke(@RestPath UUID id) {
        if (!consents.revoke(current.accountId(), id)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "the account has no consent with this id");
        }
    }
}
