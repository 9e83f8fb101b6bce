package dev.signet.oauth.revocation;

import dev.signet.error.OAuthProtocol;
import dev.signet.oauth.CallingClient;
import dev.signet.oauth.OAuthParameters;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Revocation endpoint {@code POST /oauth2/revoke} (RFC 7009). */
@Path(RevocationResource.PATH)
@OAuthProtocol
@Tag(name = "OAuth")
class RevocationResource {

    static final String PATH = "/oauth2/revoke";

    private final CallingClient clients;
    private final RevocationService service;

    RevocationResource(CallingClient clients, RevocationService service) {
        this.clients = clients;
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @ResponseStatus(200)
    @Operation(summary = "Revoke a token (RFC 7009); revoking a refresh token ends its session")
    @APIResponse(responseCode = "200", description = "The token is revoked, or was not valid")
    @APIResponse(responseCode = "401", description = "invalid_client")
    public void revoke(String form, @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        OAuthParameters parameters = OAuthParameters.parse(form);
        String token = parameters.required("token");
        service.revoke(token, clients.authenticate(parameters, authorization));
    }
}
