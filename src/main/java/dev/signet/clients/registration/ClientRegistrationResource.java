package dev.signet.clients.registration;

import dev.signet.clients.metadata.ClientDocument;
import dev.signet.clients.registry.RegistrationTokens;
import dev.signet.error.ErrorCode;
import dev.signet.error.OAuthProtocol;
import dev.signet.error.ServiceException;
import dev.signet.web.body.RequiredBody;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Client registration endpoint {@code /oauth2/register} (RFC 7591, RFC 7592). Its bearer token is a registration token,
 * not an access token of an account.
 */
@Path(RegistrationTokens.PATH)
@OAuthProtocol
@Tag(name = "OAuth")
class ClientRegistrationResource {

    private static final Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +([A-Za-z0-9._~+/-]{1,500}=*)");

    private final ClientRegistration registration;

    ClientRegistrationResource(ClientRegistration registration) {
        this.registration = registration;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Register a client (RFC 7591); its secret and its registration access token are returned"
                    + " only in this response")
    public RestResponse<ClientDocument> register(
            @RequestBody(content = @Content(schema = @Schema(implementation = ClientDocument.class))) @Nullable
                    Map<String, @Nullable Object> body,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return RestResponse.status(
                RestResponse.Status.CREATED, registration.register(RequiredBody.of(body), token(authorization)));
    }

    @GET
    @Path("/{client_id}")
    @PermitAll
    @Operation(summary = "Read a client registration (RFC 7592)")
    public ClientDocument read(
            @RestPath("client_id") String clientId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return registration.read(clientId, token(authorization));
    }

    @PUT
    @Path("/{client_id}")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a client registration (RFC 7592)")
    public ClientDocument replace(
            @RestPath("client_id") String clientId,
            @RequestBody(content = @Content(schema = @Schema(implementation = ClientDocument.class))) @Nullable
                    Map<String, @Nullable Object> body,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return registration.replace(clientId, RequiredBody.of(body), token(authorization));
    }

    @DELETE
    @Path("/{client_id}")
    @PermitAll
    @Operation(summary = "Delete a client registration (RFC 7592)")
    public void delete(
            @RestPath("client_id") String clientId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        registration.delete(clientId, token(authorization));
    }

    private static @Nullable String token(@Nullable String authorization) {
        if (authorization == null) {
            return null;
        }
        Matcher form = BEARER.matcher(authorization);
        if (!form.matches()) {
            throw new ServiceException(ErrorCode.INVALID_TOKEN, "the Authorization header has no bearer token");
        }
        return form.group(1);
    }
}
