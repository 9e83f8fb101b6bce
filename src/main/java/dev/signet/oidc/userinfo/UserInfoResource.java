package dev.signet.oidc.userinfo;

import dev.signet.error.ErrorCode;
import dev.signet.error.OAuthProtocol;
import dev.signet.error.ServiceException;
import dev.signet.tokens.dpop.PresentedProof;
import dev.signet.web.issuer.Issuer;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * UserInfo endpoint {@code /oauth2/userinfo} (OpenID Connect Core §5.3). The access token is in the header, or alone in
 * a form (RFC 6750 §2).
 */
@Path("/oauth2/userinfo")
@Produces({MediaType.APPLICATION_JSON, "application/jwt"})
@OAuthProtocol
@Tag(name = "OpenID Connect")
class UserInfoResource {

    private static final String EXAMPLE = """
            {"sub": "01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10", "name": "alice", "preferred_username": "alice",
             "email": "alice@example.com", "email_verified": true}""";
    private static final String BEARER = "Bearer ";
    private static final String DPOP = "DPoP ";
    private static final String FORM_PARAMETER = "access_token";

    private final UserInfoService service;
    private final String url;

    UserInfoResource(UserInfoService service, Issuer issuer) {
        this.service = service;
        this.url = issuer.url("/oauth2/userinfo");
    }

    @GET
    @PermitAll
    @NonBlocking
    @Operation(summary = "Get the claims of the user of an access token (UserInfo)")
    @APIResponse(
            responseCode = "200",
            description = "The claims that the scope covers; signed if the client has userinfo_signed_response_alg",
            content = {
                @Content(mediaType = "application/json", examples = @ExampleObject(name = "alice", value = EXAMPLE)),
                @Content(mediaType = "application/jwt")
            })
    public Uni<RestResponse<String>> get(
            @RestHeader("Authorization") @Nullable String authorization, @RestHeader("DPoP") List<String> proofs) {
        return byHeader(authorization, proofs, "GET");
    }

    @POST
    @PermitAll
    @NonBlocking
    @Operation(summary = "Get the claims of the user of an access token by POST (UserInfo)")
    public Uni<RestResponse<String>> post(
            @RestHeader("Authorization") @Nullable String authorization, @RestHeader("DPoP") List<String> proofs) {
        return byHeader(authorization, proofs, "POST");
    }

    @POST
    @PermitAll
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> postForm(
            @RestHeader("Authorization") @Nullable String authorization,
            @RestHeader("DPoP") List<String> proofs,
            @Nullable MultivaluedMap<String, String> form) {
        List<String> inForm = form == null ? null : form.get(FORM_PARAMETER);
        if (inForm == null) {
            return byHeader(authorization, proofs, "POST");
        }
        if (authorization != null || inForm.size() != 1) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "the request has more than one access token");
        }
        return service.ofBearer(inForm.get(0)).map(UserInfoResource::toResponse);
    }

    private Uni<RestResponse<String>> byHeader(@Nullable String authorization, List<String> proofs, String method) {
        if (authorization != null && hasScheme(authorization, BEARER)) {
            return service.ofBearer(authorization.substring(BEARER.length()).trim())
                    .map(UserInfoResource::toResponse);
        }
        if (authorization != null && hasScheme(authorization, DPOP)) {
            String token = authorization.substring(DPOP.length()).trim();
            return service.ofBound(token, new PresentedProof(proofs, method, url, token))
                    .map(UserInfoResource::toResponse);
        }
        throw new ServiceException(ErrorCode.AUTHENTICATION_REQUIRED, "the request has no access token");
    }

    private static boolean hasScheme(String authorization, String scheme) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static RestResponse<String> toResponse(UserInfo info) {
        return RestResponse.ResponseBuilder.ok(info.body(), info.type()).build();
    }
}
