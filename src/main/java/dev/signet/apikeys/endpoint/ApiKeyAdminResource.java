package dev.signet.apikeys.endpoint;

import dev.signet.accounts.AccountService;
import dev.signet.apikeys.ApiKeyRevocation;
import dev.signet.apikeys.ApiKeyRotation;
import dev.signet.apikeys.ApiKeyService;
import dev.signet.apikeys.ApiKeyView;
import dev.signet.apikeys.NewApiKey;
import dev.signet.apikeys.authentication.ApiKeyClaims;
import dev.signet.audit.Actor;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.body.RequiredBody;
import dev.signet.web.issuer.Issuer;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.UUID;

/** One account's API keys for administrators. Service accounts, which cannot sign in, receive keys only this way. */
@Path("/admin/accounts/{account}/api-keys")
@Tag(name = "Administration")
class ApiKeyAdminResource {

    private final ApiKeyService keys;
    private final ApiKeyRotation rotation;
    private final ApiKeyRevocation revocation;
    private final AccountService accounts;
    private final JsonWebToken caller;
    private final Actor actor;
    private final Issuer issuer;

    ApiKeyAdminResource(
            ApiKeyService keys,
            ApiKeyRotation rotation,
            ApiKeyRevocation revocation,
            AccountService accounts,
            JsonWebToken caller,
            Actor actor,
            Issuer issuer) {
        this.issuer = issuer;
        this.keys = keys;
        this.rotation = rotation;
        this.revocation = revocation;
        this.accounts = accounts;
        this.caller = caller;
        this.actor = actor;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "List an account's API keys, oldest first")
    public Page<ApiKeyView> listOf(
            @RestPath UUID account, @RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return keys.list(requireAccount(account), PageRequest.of(uri, limit, after));
    }

    @POST
    @RolesAllowed("admin")
    @Operation(summary = "Create an API key for an account, returned only in this response")
    @APIResponse(responseCode = "201", description = "The API key, in api_key")
    @APIResponse(responseCode = "403", description = "first_party_only: the caller authenticates with an API key")
    @APIResponse(responseCode = "409", description = "limit_reached; conflict: the account is disabled")
    public RestResponse<ApiKeyView> createFor(@RestPath UUID account, @Nullable NewApiKeyBody body) {
        rejectApiKeys();
        NewApiKey requested = RequiredBody.of(body).toNewApiKey();
        return ApiKeyResource.created(issuer, path(account), keys.create(account, requested, actor.id()));
    }

    @DELETE
    @RolesAllowed("admin")
    @Operation(summary = "Revoke all API keys of an account on all nodes")
    public void revokeAllOf(@RestPath UUID account) {
        revocation.revokeAll(requireAccount(account), actor.id());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Revoke an API key of an account on all nodes")
    public void revokeOf(@RestPath UUID account, @RestPath UUID id) {
        revocation.revoke(account, id, actor.id());
    }

    @POST
    @Path("/{id}/rotations")
    @RolesAllowed("admin")
    @Operation(
            summary = "Rotate an API key; the new key is returned only in this response, and the former key"
                    + " stays valid for a limited time")
    @APIResponse(responseCode = "201", description = "The new API key, in api_key")
    @APIResponse(responseCode = "403", description = "first_party_only: the caller authenticates with an API key")
    @APIResponse(
            responseCode = "409",
            description = "conflict: rotated by a concurrent request, or the former key is still valid")
    public RestResponse<ApiKeyView> rotateOf(@RestPath UUID account, @RestPath UUID id, @Nullable RotationBody body) {
        rejectApiKeys();
        RotationBody requestedRotation = Objects.requireNonNullElse(body, RotationBody.EMPTY);
        return ApiKeyResource.created(
                issuer,
                path(account),
                rotation.rotate(
                        account, id, requestedRotation.requestedExpiry(), requestedRotation.overlap(), actor.id()));
    }

    // A stolen API key must not be able to create a key that outlives its own revocation.
    private void rejectApiKeys() {
        if (ApiKeyClaims.CLIENT_ID.equals(caller.getClaim("client_id"))) {
            throw new ServiceException(ErrorCode.FIRST_PARTY_ONLY, "an API key may not create API keys");
        }
    }

    private UUID requireAccount(UUID account) {
        return accounts.find(account)
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "account not found"))
                .id();
    }

    private static String path(UUID account) {
        return "/admin/accounts/" + account + "/api-keys";
    }
}
