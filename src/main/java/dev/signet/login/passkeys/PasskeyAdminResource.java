package dev.signet.login.passkeys;

import dev.signet.accounts.AccountService;
import dev.signet.audit.Actor;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;

/** Passkeys of one account for administrators: remove them if the user lost the devices. */
@Path("/admin/accounts/{account}/passkeys")
@Tag(name = "Administration")
class PasskeyAdminResource {

    private final PasskeyService passkeys;
    private final AccountService accounts;
    private final Actor actor;

    PasskeyAdminResource(PasskeyService passkeys, AccountService accounts, Actor actor) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.actor = actor;
    }

    @DELETE
    @RolesAllowed("admin")
    @Operation(summary = "Remove all passkeys of an account and end its sessions")
    public void removeAllOf(@RestPath UUID account) {
        UUID existing = accounts.find(account)
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "account not found"))
                .id();
        passkeys.removeAll(existing, actor.id());
    }
}
