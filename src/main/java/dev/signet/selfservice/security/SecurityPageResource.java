package dev.signet.selfservice.security;

import dev.signet.error.PageErrors;
import dev.signet.login.passkeys.webauthn.PasskeysConfig;
import dev.signet.selfservice.AccountAccess;
import dev.signet.selfservice.AccountPage;
import dev.signet.selfservice.AccountSubmission;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.function.Function;

/** {@code /account/security}: the password, the passkeys, the authenticator app and the recovery codes of the user. */
@Path("/account/security")
@PageErrors
@Produces(MediaType.TEXT_HTML)
class SecurityPageResource {

    private final AccountAccess access;
    private final SecuritySteps steps;
    private final PasskeySteps passkeys;
    private final PasskeysConfig config;

    SecurityPageResource(AccountAccess access, SecuritySteps steps, PasskeySteps passkeys, PasskeysConfig config) {
        this.access = access;
        this.steps = steps;
        this.passkeys = passkeys;
        this.config = config;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> show() {
        return access.show(AccountPage.SECURITY, PasskeySteps.POLICY, steps::page);
    }

    @POST
    @Path("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> changePassword(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.SECURITY, form, steps::changePassword);
    }

    @POST
    @Path("/authenticator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> enrol(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.SECURITY, form, steps::enrol);
    }

    @POST
    @Path("/authenticator/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> confirm(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.SECURITY, form, steps::confirm);
    }

    @POST
    @Path("/authenticator/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> remove(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.SECURITY, form, steps::remove);
    }

    @POST
    @Path("/recovery-codes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> replaceRecoveryCodes(@Nullable MultivaluedMap<String, String> form) {
        return access.submit(AccountPage.SECURITY, form, steps::replaceRecoveryCodes);
    }

    @POST
    @Path("/passkeys/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> startPasskey(@Nullable MultivaluedMap<String, String> form) {
        return submitPasskey(form, steps::startPasskey);
    }

    @POST
    @Path("/passkeys")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> addPasskey(@Nullable MultivaluedMap<String, String> form) {
        return submitPasskey(form, passkeys::add);
    }

    @POST
    @Path("/passkeys/{id}/name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> renamePasskey(@RestPath UUID id, @Nullable MultivaluedMap<String, String> form) {
        return submitPasskey(form, submission -> passkeys.rename(submission, id));
    }

    @POST
    @Path("/passkeys/{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> removePasskey(@RestPath UUID id, @Nullable MultivaluedMap<String, String> form) {
        return submitPasskey(form, submission -> passkeys.remove(submission, id));
    }

    private RestResponse<String> submitPasskey(
            @Nullable MultivaluedMap<String, String> form,
            Function<AccountSubmission, ResponseBuilder<String>> action) {
        return access.submit(
                AccountPage.SECURITY,
                config.maxLoginAge(),
                form,
                submission -> steps.submitPasskey(submission, action));
    }
}
