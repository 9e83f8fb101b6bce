package dev.signet.oauth.introspection;

import dev.signet.error.OAuthProtocol;
import dev.signet.oauth.OAuthParameters;
import dev.signet.web.WorkerThreads;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Introspection endpoint {@code POST /oauth2/introspect} (RFC 7662). Returns a signed JWT to a client that accepts one
 * (RFC 9701).
 */
@Path(IntrospectionResource.PATH)
@OAuthProtocol
@Tag(name = "OAuth")
class IntrospectionResource {

    static final String PATH = "/oauth2/introspect";
    static final String SIGNED = "application/token-introspection+jwt";

    private static final String ACTIVE = """
            {"active": true, "token_type": "Bearer", "iss": "https://signet.example", "sub": "01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10",
             "aud": "https://api.example", "exp": 1795335630, "iat": 1795335330, "client_id": "web", "scope": "orders:read",
             "username": "alice"}""";

    private final IntrospectionService service;

    IntrospectionResource(IntrospectionService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @NonBlocking
    @Operation(
            summary = "Introspect a token that was issued to the caller or for its audience",
            description = "With the parameter audience, a token for other audiences is not active.")
    @APIResponse(
            responseCode = "200",
            description = "The claims of an active token, or active: false; tokens that are neither issued to the"
                    + " caller nor for its audience are not active",
            content = {
                @Content(
                        mediaType = "application/json",
                        examples = {
                            @ExampleObject(name = "active", value = ACTIVE),
                            @ExampleObject(name = "not active", value = "{\"active\": false}")
                        }),
                @Content(mediaType = SIGNED)
            })
    @APIResponse(responseCode = "401", description = "invalid_client")
    public Uni<Map<String, Object>> introspect(
            String form, @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        IntrospectionCall call = new IntrospectionCall(OAuthParameters.parse(form), authorization);
        return WorkerThreads.computeUnlessPresent(
                service.introspectFromCache(call).map(IntrospectionResponse::members),
                () -> service.introspect(call).members());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(SIGNED)
    @PermitAll
    @NonBlocking
    @Operation(hidden = true)
    public Uni<String> introspectSigned(
            String form, @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        IntrospectionCall call = new IntrospectionCall(OAuthParameters.parse(form), authorization);
        return WorkerThreads.computeUnlessPresent(
                service.introspectFromCache(call).map(service::sign), () -> service.sign(service.introspect(call)));
    }
}
