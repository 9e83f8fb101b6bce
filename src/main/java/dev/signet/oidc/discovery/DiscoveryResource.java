package dev.signet.oidc.discovery;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.issuer.WellKnown;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Public endpoints of the discovery documents. */
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publishing")
class DiscoveryResource {

    private final ProviderMetadata provider;
    private final ProtectedResourceMetadata resource;
    private final WellKnown wellKnown;

    DiscoveryResource(ProviderMetadata provider, ProtectedResourceMetadata resource, WellKnown wellKnown) {
        this.provider = provider;
        this.resource = resource;
        this.wellKnown = wellKnown;
    }

    @GET
    @Path("openid-configuration")
    @PermitAll
    @NonBlocking
    @Operation(summary = "Get the provider metadata (OpenID Connect Discovery section 4)")
    public RestResponse<String> openIdConfiguration(@Context Request request) {
        return provider.document().toResponse(request);
    }

    @GET
    @Path("oauth-authorization-server")
    @PermitAll
    @NonBlocking
    @Operation(summary = "Get the authorization server metadata (RFC 8414 section 3)")
    public RestResponse<String> authorizationServer(@Context Request request) {
        return provider.document().toResponse(request);
    }

    @GET
    @Path("oauth-protected-resource")
    @PermitAll
    @NonBlocking
    @Operation(summary = "Get the protected resource metadata of Signet's own API (RFC 9728 section 3)")
    public RestResponse<String> protectedResource(@Context Request request) {
        return requireResourceDocument().toResponse(request);
    }

    // The same documents at the URLs of an issuer with a path (RFC 8414 §3.1, RFC 9728 §3.1).

    @GET
    @Path("{name:openid-configuration|oauth-authorization-server}/{path:.+}")
    @PermitAll
    @NonBlocking
    @Operation(hidden = true)
    public RestResponse<String> providerAtIssuerPath(
            @RestPath String name, @RestPath String path, @Context Request request) {
        requireIssuer(path);
        return provider.document().toResponse(request);
    }

    @GET
    @Path("oauth-protected-resource/{path:.+}")
    @PermitAll
    @NonBlocking
    @Operation(hidden = true)
    public RestResponse<String> resourceAtIssuerPath(@RestPath String path, @Context Request request) {
        requireIssuer(path);
        return requireResourceDocument().toResponse(request);
    }

    private PublishedDocument requireResourceDocument() {
        return resource.document()
                .orElseThrow(
                        () -> new ServiceException(ErrorCode.NOT_FOUND, "signet.tokens.audience is not the issuer"));
    }

    private void requireIssuer(String path) {
        if (!wellKnown.isIssuerPath(path)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "the path does not match the issuer");
        }
    }
}
