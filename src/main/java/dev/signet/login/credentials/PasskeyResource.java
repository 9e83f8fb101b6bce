package dev.signet.login.credentials;

import dev.signet.login.passkeys.Passkey;
import dev.signet.login.passkeys.PasskeyCeremony;
import dev.signet.login.passkeys.PasskeyRegistration;
import dev.signet.login.passkeys.PasskeyService;
import dev.signet.login.passkeys.webauthn.PasskeysConfig;
import dev.signet.login.session.CurrentSession;
import dev.signet.web.body.RequiredBody;
import dev.signet.web.issuer.Issuer;
import dev.signet.web.paging.ListParameters;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.UUID;

/** {@code /auth/passkeys}: the user's own passkeys. Adding and removing one requires a recent login. */
@Path(PasskeyResource.PATH)
@Tag(name = "Passkeys")
class PasskeyResource {

    static final String PATH = "/auth/passkeys";

    private final OwnCredentials credentials;
    private final PasskeyRegistration registration;
    private final PasskeyService passkeys;
    private final PasskeysConfig config;
    private final CurrentSession current;
    private final Issuer issuer;

    PasskeyResource(
            OwnCredentials credentials,
            PasskeyRegistration registration,
            PasskeyService passkeys,
            PasskeysConfig config,
            CurrentSession current,
            Issuer issuer) {
        this.credentials = credentials;
        this.registration = registration;
        this.passkeys = passkeys;
        this.config = config;
        this.current = current;
        this.issuer = issuer;
    }

    @POST
    @Path("/options")
    @Authenticated
    @Operation(summary = "Start the registration of a passkey")
    @APIResponse(responseCode = "200", description = "The ceremony and the options for navigator.credentials.create()")
    @APIResponse(
            responseCode = "401",
            description =
                    "insufficient_user_authentication: a more recent login is required; invalid_credentials; otp_required")
    @APIResponse(responseCode = "409", description = "limit_reached")
    @APIResponse(responseCode = "429", description = "too_many_attempts, with Retry-After")
    public PasskeyCeremony options(@Nullable PasskeyRegistrationBody body) {
        UUID account = current.accountId();
        current.requireLoginWithin(config.maxLoginAge());
        PasskeyRegistrationBody present = Objects.requireNonNullElse(body, PasskeyRegistrationBody.EMPTY);
        return credentials.startPasskey(account, current.id(), current.isPhishingResistant(), present::credentials);
    }

    @POST
    @Authenticated
    @Operation(summary = "Register a passkey")
    @APIResponse(responseCode = "201", description = "The passkey")
    @APIResponse(responseCode = "400", description = "invalid_request: the credential is invalid")
    @APIResponse(responseCode = "401", description = "invalid_grant: the ceremony was used or has expired, start again")
    @APIResponse(responseCode = "409", description = "conflict: registered already; limit_reached")
    public RestResponse<Passkey> register(@Nullable NewPasskeyBody body) {
        NewPasskeyBody present = RequiredBody.of(body);
        Passkey passkey = registration.finish(
                current.accountId(), current.id(), present.requiredCeremony(), present.attestation(), present.name());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, passkey)
                .header(HttpHeaders.LOCATION, issuer.reference(PATH + "/" + passkey.id()))
                .build();
    }

    @GET
    @Authenticated
    @Operation(summary = "List the caller's passkeys, oldest first")
    public PasskeyList list(UriInfo uri) {
        ListParameters.require(uri);
        return new PasskeyList(passkeys.list(current.accountId()));
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Rename a passkey")
    public Passkey rename(@RestPath UUID id, @Nullable PasskeyNameBody body) {
        UUID account = current.accountId();
        return passkeys.rename(account, id, RequiredBody.of(body).name());
    }

    @DELETE
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Remove a passkey; every other session ends")
    @APIResponse(responseCode = "204", description = "The passkey is removed")
    @APIResponse(
            responseCode = "401",
            description = "insufficient_user_authentication: a more recent login is required")
    @APIResponse(responseCode = "409", description = "last_sign_in_method: the account has no password")
    public void remove(@RestPath UUID id) {
        UUID account = current.accountId();
        current.requireLoginWithin(config.maxLoginAge());
        passkeys.remove(account, id, current.id());
    }
}
