package dev.signet.accounts.administration;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountAdministration;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.role.RoleNames;
import dev.signet.audit.Actor;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.body.RequiredBody;
import dev.signet.web.issuer.Issuer;
import dev.signet.web.paging.ListParameters;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** {@code /admin/accounts}: accounts, their roles and passwords. */
@Path("/admin/accounts")
@Tag(name = "Administration")
class AccountResource {

    private final AccountService accounts;
    private final AccountAdministration administration;
    private final Actor actor;
    private final Issuer issuer;

    AccountResource(AccountService accounts, AccountAdministration administration, Actor actor, Issuer issuer) {
        this.issuer = issuer;
        this.accounts = accounts;
        this.administration = administration;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "List accounts, oldest first, or find an account by username")
    public Page<AccountView> list(
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String username,
            UriInfo uri) {
        Page<Account> page = accounts.list(PageRequest.of(uri, limit, after, "username"), username);
        return page.map(AccountView::of);
    }

    @POST
    @RolesAllowed("admin")
    @Operation(summary = "Create an account")
    public RestResponse<AccountView> create(@Nullable NewAccountBody body) {
        Account created = accounts.create(RequiredBody.of(body).newAccount(), actor.id());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, AccountView.of(created))
                .header(HttpHeaders.LOCATION, issuer.reference("/admin/accounts/" + created.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Read an account")
    public AccountView read(@RestPath UUID id) {
        return AccountView.of(find(id));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Update an account; a null email clears it")
    public AccountView change(@RestPath UUID id, @Nullable AccountChangeBody body) {
        return AccountView.of(administration.change(id, RequiredBody.of(body).change(), actor.id()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Delete an account")
    public void delete(@RestPath UUID id) {
        administration.delete(id, actor.id());
    }

    @GET
    @Path("/{id}/roles")
    @RolesAllowed("admin")
    @Operation(summary = "List an account's roles")
    public List<String> roles(@RestPath UUID id, UriInfo uri) {
        ListParameters.require(uri);
        return List.copyOf(find(id).roles());
    }

    @PUT
    @Path("/{id}/roles")
    @RolesAllowed("admin")
    @Operation(summary = "Replace the roles of an account")
    public List<String> setRoles(@RestPath UUID id, @Nullable List<@Nullable String> body) {
        return List.copyOf(administration
                .setRoles(id, RoleNames.of(RequiredBody.of(body)), actor.id())
                .roles());
    }

    @PUT
    @Path("/{id}/password")
    @RolesAllowed("admin")
    @Operation(summary = "Set an account's password and end its sessions")
    public void setPassword(@RestPath UUID id, @Nullable NewPasswordBody body) {
        administration.setPassword(id, RequiredBody.of(body).required(), actor.id());
    }

    private Account find(UUID id) {
        return accounts.find(id).orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "account not found"));
    }
}
