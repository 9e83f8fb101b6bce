package dev.signet.oauth.revocation;

import dev.signet.error.OAuthProtocol;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Endpoint {@code POST /oauth2/global-token-revocation} (draft-parecki-oauth-global-token-revocation). */
@Path(GlobalRevocationResource.PATH)
@OAuthProtocol
@Tag(name = "OAuth")
class GlobalRevocationResource {

    static final String PATH = "/oauth2/global-token-revocation";

    private final GlobalRevocationService service;
    private final JsonWebToken caller;

    GlobalRevocationResource(GlobalRevocationService service, JsonWebToken caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Operation(
            summary = "End every session and token of an account",
            description = "Needs an access token of the client itself (client_credentials) with the scope "
                    + GlobalRevocationService.SCOPE + ".")
    @APIResponse(responseCode = "204", description = "All sessions and tokens of the account are revoked")
    @APIResponse(responseCode = "403", description = "insufficient_scope")
    @APIResponse(responseCode = "404", description = "not_found")
    public void revoke(@Nullable GlobalRevocationBody body) {
        service.revoke(caller, body);
    }
}
