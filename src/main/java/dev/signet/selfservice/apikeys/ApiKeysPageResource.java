package dev.signet.selfservice.apikeys;

import dev.signet.apikeys.ApiKeysConfig;
import dev.signet.error.PageErrors;
import dev.signet.selfservice.AccountAccess;
import dev.signet.selfservice.AccountPage;
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

import java.util.UUID;

/** {@code /account/api-keys}: the user's own API keys. */
@Path("/account/api-keys")
@PageErrors
@Produces(MediaType.TEXT_HTML)
class ApiKeysPageResource {

    private final AccountAccess access;
    private final ApiKeySteps steps;
    private final ApiKeysConfig config;

    ApiKeysPageResource(AccountAccess access, ApiKeySteps steps, ApiKeysConfig config) {
        this.access = access;
        this.steps = steps;
        this.config = config;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> show(@RestQuery @Nullable String after, UriInfo uri) {
        PageRequest request = PageRequest.of(uri, null, after);
        return access.show(AccountPage.API_KEYS, visit -> steps.page(visit, request));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> create(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.API_KEYS, config.maxLoginAge(), form, steps::create);
    }

    @POST
    @Path("/{id}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> revoke(@RestPath UUID id, @Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.API_KEYS, form, submission -> steps.revoke(submission, id));
    }
}
