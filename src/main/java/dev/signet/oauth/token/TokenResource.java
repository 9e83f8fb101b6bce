package dev.signet.oauth.token;

import dev.signet.error.OAuthProtocol;
import dev.signet.oauth.OAuthParameters;
import dev.signet.web.WorkerThreads;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Token endpoint {@code POST /oauth2/token}. */
@Path(TokenResource.PATH)
@OAuthProtocol
@Tag(name = "OAuth")
class TokenResource {

    static final String PATH = "/oauth2/token";

    private static final String EXAMPLE = """
            {"access_token": "eyJhbGciOiJSUzI1NiIs…", "token_type": "Bearer", "expires_in": 300, "scope": "orders:read"}""";

    private final TokenEndpoint endpoint;

    TokenResource(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @NonBlocking
    @Operation(summary = "Exchange a grant for tokens")
    @APIResponse(
            responseCode = "200",
            description = "The access token, and a refresh token or ID Token if the grant issues one",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "client_credentials", value = EXAMPLE)))
    @APIResponse(
            responseCode = "400",
            description = "RFC 6749 §5.2: invalid_request, invalid_grant, unauthorized_client, unsupported_grant_type,"
                    + " invalid_scope, invalid_target, invalid_dpop_proof, use_dpop_nonce")
    @APIResponse(responseCode = "401", description = "invalid_client")
    public Uni<Map<String, Object>> token(
            String form,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RestHeader("DPoP") List<String> proofs) {
        TokenEndpointRequest tokenRequest =
                new TokenEndpointRequest(OAuthParameters.parse(form), authorization, proofs);
        return WorkerThreads.computeUnlessPresent(
                endpoint.issueFromCache(tokenRequest), () -> endpoint.issue(tokenRequest));
    }
}
