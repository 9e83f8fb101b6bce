package dev.signet.login.credentials;

import dev.signet.accounts.factor.Enrolment;
import dev.signet.accounts.factor.FactorList;
import dev.signet.accounts.factor.FactorService;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.authentication.Reauthentication;
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

    private final FactorService factors;
    private final Reauthentication reauthentication;
    private final CurrentSession current;

    FactorResource(FactorService factors, Reauthentication reauthentication, CurrentSession current) {
        this.factors = factors;
        this.reauthentication = reauthentication;
        this.current = current;
    }

    @GET
    @Authenticated
    @Operation(summary = "List the caller's second factors")
    public FactorList list(UriInfo uri) {
        ListParameters.require(uri);
        return factors.list(current.accountId());
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
        reauthentication.require(current.accountId(), RequiredBody.of(currentCredentials));
        return factors.enrol(current.accountId());
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
                factors.confirm(current.accountId(), RequiredBody.of(body).required(), current.id()));
    }

    @POST
    @Path("/recovery-codes")
    @Authenticated
    @Operation(summary = "Replace the recovery codes")
    @APIResponse(responseCode = "200", description = "Ten recovery codes, returned only in this response")
    @APIResponse(responseCode = "401", description = "invalid_credentials, otp_required")
    public RecoveryCodeList replaceRecoveryCodes(@Nullable ReauthenticationCredentials currentCredentials) {
        reauthentication.require(current.accountId(), RequiredBody.of(currentCredentials));
        return new RecoveryCodeList(factors.replaceRecoveryCodes(current.accountId()));
    }

    @POST
    @Path("/{id}/removal")
    @Authenticated
    @Operation(summary = "Remove a second factor and its recovery codes; every other session ends")
    @APIResponse(responseCode = "204", description = "The second factor is removed")
    @APIResponse(responseCode = "401", description = "invalid_credentials, otp_required")
    public void remove(@RestPath UUID id, @Nullable ReauthenticationCredentials currentCredentials) {
        UUID account = current.accountId();
        ReauthenticationCredentials credentials = RequiredBody.of(currentCredentials);
        if (!factors.has(account, id)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "the account has no second factor with this id");
        }
        reauthentication.require(account, credentials);
        factors.removeAll(account, account, current.id());
    }
}
