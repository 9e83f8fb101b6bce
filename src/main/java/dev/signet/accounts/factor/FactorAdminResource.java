package dev.signet.accounts.factor;

import dev.signet.accounts.AccountService;
import dev.signet.audit.Actor;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.paging.ListParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;

/**
 * Second factors of one account for administrators: list them, and remove them if the user lost the authenticator app.
 */
@Path("/admin/accounts/{account}/factors")
@Tag(name = "Administration")
class FactorAdminResource {

    private final FactorService factors;
    private final AccountService accounts;
    private final Actor actor;

    FactorAdminResource(FactorService factors, AccountService accounts, Actor actor) {
        this.factors = factors;
        this.accounts = accounts;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "List an account's second factors")
    public FactorList listOf(@RestPath UUID account, UriInfo uri) {
        ListParameters.require(uri);
        return factors.list(requireAccount(account));
    }

    @DELETE
    @RolesAllowed("admin")
    @Operation(summary = "Remove all second factors of an account and end its sessions")
    public void removeAllOf(@RestPath UUID account) {
        factors.removeAll(requireAccount(account), actor.id(), null);
    }

    private UUID requireAccount(UUID account) {
        return accounts.find(account)
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "account not found"))
                .id();
    }
}
