package dev.signet.login.credentials;

import dev.signet.accounts.factor.Enrolment;
import dev.signet.accounts.factor.FactorList;
import dev.signet.login.authentication.ReauthenticationCredentials;
import dev.signet.login.session.CurrentSession;
import dev.signet.web.body.RequiredBody;
import dev.signet.web.paging.ListParameters;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * {@code /auth/factors}: the user's own second factors. A change requires the password and an existing factor again.
 */
@Path("/auth/factors")
@Tag(name = "Second factors")
class FactorResource {

    private final OwnCredentials credentials;
    private final CurrentSession current;

    FactorResource(OwnCredentials credentials, CurrentSession current) {
        this.credentials = credentials;
        this.current = current;
    }

    @GET
    @Authenticated
    @Operation(summary = "List the caller's second factors")
    public FactorList list(UriInfo uri) {
        ListParameters.require(uri);
        return credentials.factors(current.accountId());
    }

    @POST
    @Path("/totp")
    @Authenticated
    @Operation(summary = "Create a secret for an authenticator app; it is used after its confirmation")
    @APIResponse(responseCode = "200", description = "The secret, returned only in this response")
    @APIResponse(
            responseCode = "401",
            description = "invalid_credentials; otp_required if the account already has a second factor")
    public Enrolment enrol(@Nullable ReauthenticationCredentials currentCredentials) {
        return credentials.enrol(current.accountId(), RequiredBody.of(currentCredentials));
    }

    @POST
    @Path("/totp/confirmation")
    @Authenticated
    @Operation(summary = "Confirm the authenticator app with its first code; every other session ends")
    @APIResponse(responseCode = "200", description = "Ten recovery codes, returned only in this response")
    @APIResponse(responseCode = "401", description = "invalid_credentials: the code is wrong")
    @APIResponse(responseCode = "404", description = "not_found: no enrolment is pending, or its attempts are used up")
    public RecoveryCodeList confirm(@Nullable OtpBody body) {
        return new RecoveryCodeList(
                credentials.confirm(current.accountId(), RequiredBody.of(body).required(), current.id()));
    }

    @POST
    @Path("/recovery-codes")
    @Authenticated
    @Operation(summary = "Replace the recovery codes")
    @APIResponse(responseCode = "200", description = "Ten recovery codes, returned only in this response")
    @APIResponse(responseCode = "401", description = "invalid_credentials, otp_required")
    public RecoveryCodeList replaceRecoveryCodes(@Nullable ReauthenticationCredentials currentCredentials) {
        return new RecoveryCodeList(
                credentials.replaceRecoveryCodes(current.accountId(), RequiredBody.of(currentCredentials)));
    }

    @POST
    @Path("/{id}/removal")
    @Authenticated
    @Operation(summary = "Remove a second factor and its recovery codes; every other session ends")
    @APIResponse(responseCode = "204", description = "The second factor is removed")
    @APIResponse(responseCode = "401", description = "invalid_credentials, otp_required")
    public void remove(@RestPath UUID id, @Nullable ReauthenticationCredentials currentCredentials) {
        credentials.removeFactors(current.accountId(), id, RequiredBody.of(currentCredentials), current.id());
    }
}
