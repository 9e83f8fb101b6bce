package dev.signet.oidc.userinfo;

import dev.signet.error.ErrorCode;
import dev.signet.error.OAuthProtocol;
import dev.signet.error.ServiceException;
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

/** {@code /oauth2/userinfo} (OpenID Connect Core §5.3): the access token may come in the header, or alone in a form (RFC 6750 §2). */
@Path("/oauth2/userinfo")
@Produces({MediaType.APPLICATION_JSON, "application/jwt"})
@OAuthProtocol
@Tag(name = "OpenID Connect")
class UserInfoResource {

    private static final String EXAMPLE = """
            {"sub": "01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10", "name": "alice", "preferred_username": "alice",
             "email": "alice@example.com", "email_verified": true}""";
    private static final String SCHEME = "Bearer ";
    private static final String FORM_PARAMETER = "access_token";

    private final UserInfoService service;

    UserInfoResource(UserInfoService service) {
        this.service = service;
    }

    @GET
    @PermitAll
    @Operation(summary = "Tell an access token's client who its person is")
    @APIResponse(
            responseCode = "200",
            description = "What the scope covers; signed if the client registered so",
            content = {
                @Content(mediaType = "application/json", examples = @ExampleObject(name = "alice", value = EXAMPLE)),
                @Content(mediaType = "application/jwt")
            })
    public RestResponse<String> get(@RestHeader("Authorization") @Nullable String authorization) {
        return answer(bearer(authorization));
    }

    @POST
    @PermitAll
    @Operation(summary = "The same, asked by POST")
    public RestResponse<String> post(@RestHeader("Authorization") @Nullable String authorization) {
        return answer(bearer(authorization));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> postForm(
            @RestHeader("Authorization") @Nullable String authorization, MultivaluedMap<String, String> form) {
        List<String> inForm = form.get(FORM_PARAMETER);
        if (inForm == null) {
            return answer(bearer(authorization));
        }
        if (authorization != null || inForm.size() != 1) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "an access token more than once");
        }
        return answer(inForm.get(0));
    }

    private RestResponse<String> answer(String accessToken) {
        UserInfo info = service.of(accessToken);
        return RestResponse.ResponseBuilder.ok(info.body(), info.type()).build();
    }

    private static String bearer(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new ServiceException(ErrorCode.AUTHENTICATION_REQUIRED, "no bearer token");
        }
        return authorization.substring(SCHEME.length()).trim();
    }
}
