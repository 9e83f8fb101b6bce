package dev.signet.compat;

import dev.signet.error.RejectionReason;
import dev.signet.error.ServiceException;
import dev.signet.login.LoginService;
import dev.signet.tokens.access.AccessTokenVerifier;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * The three views of djangorestframework-jwt: one token, which can be exchanged for a new one while it is valid and the
 * session lasts.
 */
@Path("/api/jwt-auth")
@Tag(name = "Compatibility")
class DrfJwtResource {

    private final CompatConfig config;
    private final LoginService login;
    private final AccessTokenVerifier verifier;

    DrfJwtResource(CompatConfig config, LoginService login, AccessTokenVerifier verifier) {
        this.config = config;
        this.login = login;
        this.verifier = verifier;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Log in, as djangorestframework-jwt's ObtainJSONWebToken (signet.compat.drf-jwt)")
    public DrfJwtToken obtain(@Nullable DjangoLogin body) {
        DjangoLogin credentials = required(body);
        return DrfJwtToken.of(login.loginForAccessToken(
                RequestFields.required("username", credentials.username()),
                RequestFields.required("password", credentials.password()),
                credentials.otp()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public DrfJwtToken obtainByForm(@Nullable MultivaluedMap<String, String> form) {
        return obtain(DjangoLogin.of(form));
    }

    @POST
    @Path("refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Refresh a valid token, as RefreshJSONWebToken (signet.compat.drf-jwt)")
    public DrfJwtToken refresh(@Nullable DrfJwtToken body) {
        return DrfJwtToken.of(
                login.renew(RequestFields.required("token", required(body).token())));
    }

    @POST
    @Path("verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Verify a token, as VerifyJSONWebToken (signet.compat.drf-jwt)")
    public DrfJwtToken verify(@Nullable DrfJwtToken body) {
        DrfJwtToken presented = required(body);
        RequestFields.requireActive(verifier, RequestFields.required("token", presented.token()));
        return presented;
    }

    /** Maps errors to the format that these clients read. */
    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> mapServiceException(ServiceException rejection) {
        RejectionReason.store(rejection);
        return DrfJwtErrors.response(rejection)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private <T> T required(@Nullable T body) {
        return RequestFields.required(config.drfJwt(), body);
    }
}
