package dev.signet.login.credentials;

import dev.signet.error.ServiceException;
import dev.signet.login.authentication.ReauthenticationCredentials;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that starts the registration of a passkey: the credentials that authenticate the user again, where required. */
record PasskeyRegistrationBody(
        @Schema(examples = "\"correct horse battery staple\"") @Nullable
        String password,

        @Schema(examples = "\"287082\"") @Nullable String otp,

        @Schema(examples = "\"K7QM-2XWD-VB4N-H3RT\"") @Nullable
        String recoveryCode) {

    static final PasskeyRegistrationBody EMPTY = new PasskeyRegistrationBody(null, null, null);

    /**
     * Returns the credentials.
     *
     * @throws ServiceException {@code invalid_request} if there is no password
     */
    ReauthenticationCredentials credentials() {
        return new ReauthenticationCredentials(password == null ? "" : password, otp, recoveryCode);
    }

    @Override
    public String toString() {
        return "PasskeyRegistrationBody";
    }
}
