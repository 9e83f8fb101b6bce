package dev.signet.compat;

import dev.signet.error.ErrorCode;
import dev.signet.error.RejectionReason;
import dev.signet.error.ServiceException;
import dev.signet.login.LoginService;
import dev.signet.tokens.access.AccessTokenVerifier;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionService;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** The four views of djangorestframework-simplejwt, so that its clients only need another base URL. */
@Path("/api/token")
@Tag(name = "Compatibility")
class SimpleJwtResource {

    private final CompatConfig config;
    private final LoginService login;
    private final AccessTokenVerifier verifier;
    private final SessionService sessions;

    SimpleJwtResource(CompatConfig config, LoginService login, AccessTokenVerifier verifier, SessionService sessions) {
        this.config = config;
        this.login = login;
        this.verifier = verifier;
        this.sessions = sessions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Log in, as djangorestframework-simplejwt's TokenObtainPairView (signet.compat.simplejwt)")
    public SimpleJwtPair obtain(@Nullable DjangoLogin body) {
        DjangoLogin credentials = required(body);
        return SimpleJwtPair.of(login.login(
                RequestFields.required("username", credentials.username()),
                RequestFields.required("password", credentials.password()),
                credentials.otp()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public SimpleJwtPair obtainByForm(@Nullable MultivaluedMap<String, String> form) {
        return obtain(DjangoLogin.of(form));
    }

    @POST
    @Path("refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Refresh, as TokenRefreshView with ROTATE_REFRESH_TOKENS (signet.compat.simplejwt)")
    public SimpleJwtPair refresh(@Nullable SimpleJwtToken body) {
        return SimpleJwtPair.of(
                login.refresh(RequestFields.required("refresh", required(body).refresh())));
    }

    @POST
    @Path("verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Verify an access token, as TokenVerifyView (signet.compat.simplejwt)")
    public Map<String, Object> verify(@Nullable SimpleJwtToken body) {
        RequestFields.requireActive(
                verifier, RequestFields.required("token", required(body).token()));
        return Map.of();
    }

    @POST
    @Path("blacklist")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "End the session of a refresh token, as TokenBlacklistView (signet.compat.simplejwt)")
    public Map<String, Object> blacklist(@Nullable SimpleJwtToken body) {
        sessions.endByRefreshToken(
                RequestFields.required("refresh", required(body).refresh()), SessionEnd.LOGOUT);
        return Map.of();
    }

    /** Maps errors to the format that these clients read. */
    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> mapServiceException(ServiceException rejection) {
        RejectionReason.store(rejection);
        ErrorCode code = rejection.code();
        RestResponse.ResponseBuilder<Map<String, Object>> response =
                RestResponse.ResponseBuilder.<Map<String, Object>>create(code.status())
                        .entity(RestFrameworkErrors.body(rejection))
                        .type(MediaType.APPLICATION_JSON_TYPE);
        if (code.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"api\"");
        }
        return response.build();
    }

    private <T> T required(@Nullable T body) {
        return RequestFields.required(config.simplejwt(), body);
    }
}
