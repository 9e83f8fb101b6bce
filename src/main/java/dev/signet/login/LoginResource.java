package dev.signet.login;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.body.RequiredBody;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /auth/login}: issues tokens for a password, sent as JSON, as a form, or as HTTP Basic with an empty body.
 */
@Path("/auth/login")
@Tag(name = "Login")
class LoginResource {

    private final LoginService service;

    LoginResource(LoginService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            summary = "Log in with username and password, and with a one-time code if the account has a second"
                    + " factor")
    @APIResponse(responseCode = "200", description = "An access token and a refresh token")
    @APIResponse(responseCode = "401", description = "invalid_credentials, or otp_required with mfa_token and methods")
    @APIResponse(responseCode = "429", description = "too_many_attempts, with Retry-After")
    public LoginResponse json(@Nullable LoginBody credentials) {
        return LoginResponse.of(service.login(RequiredBody.of(credentials)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public LoginResponse form(
            @Nullable MultivaluedMap<String, String> form,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        String username = form == null ? null : form.getFirst("username");
        String password = form == null ? null : form.getFirst("password");
        if (form == null || (username == null && password == null)) {
            // Many clients send an empty body as a form.
            return withBasic(authorization);
        }
        return LoginResponse.of(service.login(new LoginBody(
                username == null ? "" : username,
                password == null ? "" : password,
                // An empty field of a form counts as absent.
                "".equals(form.getFirst("otp")) ? null : form.getFirst("otp"),
                form.get("audience"),
                form.getFirst("scope"))));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @Operation(hidden = true)
    public LoginResponse basic(
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType) {
        if (contentType != null) {
            throw new ServiceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be JSON or a form");
        }
        return withBasic(authorization);
    }

    private LoginResponse withBasic(@Nullable String authorization) {
        LoginBody credentials = BasicCredentials.parse(authorization)
                .orElseThrow(
                        () -> new ServiceException(ErrorCode.INVALID_CREDENTIALS, "the Basic credentials are malformed")
                                .challenge(BasicCredentials.CHALLENGE));
        try {
            return LoginResponse.of(service.login(credentials));
        } catch (ServiceException e) {
            throw e.challenge(BasicCredentials.CHALLENGE);
        }
    }
}
