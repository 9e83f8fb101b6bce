package dev.signet.apikeys.endpoint;

import dev.signet.apikeys.ApiKeyRevocation;
import dev.signet.apikeys.ApiKeyRotation;
import dev.signet.apikeys.ApiKeyService;
import dev.signet.apikeys.ApiKeyView;
import dev.signet.apikeys.ApiKeysConfig;
import dev.signet.login.session.CurrentSession;
import dev.signet.web.body.RequiredBody;
import dev.signet.web.issuer.Issuer;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.UUID;

/**
 * {@code /auth/api-keys}: the user's own API keys. Requires a first-party login, and a recent one to receive a new key;
 * API keys are not accepted.
 */
@Path(ApiKeyResource.PATH)
@Tag(name = "API keys")
class ApiKeyResource {

    static final String PATH = "/auth/api-keys";

    private final ApiKeyService keys;
    private final ApiKeyRotation rotation;
    private final ApiKeyRevocation revocation;
    private final ApiKeysConfig config;
    private final CurrentSession current;
    private final Issuer issuer;

    ApiKeyResource(
            ApiKeyService keys,
            ApiKeyRotation rotation,
            ApiKeyRevocation revocation,
            ApiKeysConfig config,
            CurrentSession current,
            Issuer issuer) {
        this.issuer = issuer;
        this.keys = keys;
        this.rotation = rotation;
        this.revocation = revocation;
        this.config = config;
        this.current = current;
    }

    @GET
    @Authenticated
    @Operation(summary = "List the caller's API keys, oldest first")
    public Page<ApiKeyView> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after, UriInfo uri) {
        return keys.list(current.accountId(), PageRequest.of(uri, limit, after));
    }

    @POST
    @Authenticated
    @Operation(summary = "Create an API key, returned only in this response")
    @APIResponse(responseCode = "201", description = "The API key, in api_key")
    @APIResponse(
            responseCode = "401",
            description = "insufficient_user_authentication: a more recent login is required")
    @APIResponse(responseCode = "409", description = "limit_reached")
    public RestResponse<ApiKeyView> create(@Nullable NewApiKeyBody body) {
        UUID account = current.accountId();
        current.requireLoginWithin(config.maxLoginAge());
        return created(issuer, PATH, keys.create(account, RequiredBody.of(body).toNewApiKey(), account));
    }

    @DELETE
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Revoke an API key on all nodes")
    public void revoke(@RestPath UUID id) {
        UUID account = current.accountId();
        revocation.revoke(account, id, account);
    }

    @POST
    @Path("/{id}/rotations")
    @Authenticated
    @Operation(
            summary = "Rotate an API key; the new key is returned only in this response, and the former key"
                    + " stays valid for a limited time")
    @APIResponse(responseCode = "201", description = "The new API key, in api_key")
    @APIResponse(
            responseCode = "401",
            description = "insufficient_user_authentication: a more recent login is required")
    @APIResponse(
            responseCode = "409",
            description = "conflict: rotated by a concurrent request, or the former key is still valid")
    public RestResponse<ApiKeyView> rotate(@RestPath UUID id, @Nullable RotationBody body) {
        UUID account = current.accountId();
        current.requireLoginWithin(config.maxLoginAge());
        RotationBody requestedRotation = Objects.requireNonNullElse(body, RotationBody.EMPTY);
        return created(
                issuer,
                PATH,
                rotation.rotate(
                        account, id, requestedRotation.requestedExpiry(), requestedRotation.overlap(), account));
    }

    static RestResponse<ApiKeyView> created(Issuer issuer, String path, ApiKeyView key) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, key)
                .header(HttpHeaders.LOCATION, issuer.reference(path + "/" + key.id()))
                .build();
    }
}
