package dev.signet.login;

import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that starts a login with a passkey: nothing, the only user, or the token of a login with a password. */
record PasskeyOptionsBody(
        @Schema(examples = "\"alice\"") @Nullable String username,
        @Schema(examples = "\"sgm_…\"") @Nullable String mfaToken) {

    static final PasskeyOptionsBody EMPTY = new PasskeyOptionsBody(null, null);

    private static final int MAX_LENGTH = 1_000;

    PasskeyOptionsBody {
        if (username != null && (username.isEmpty() || username.length() > MAX_LENGTH)) {
            throw ServiceException.invalidMember("username", "username is empty or too long");
        }
        if (mfaToken != null && (mfaToken.length() > MAX_LENGTH || username != null)) {
            throw ServiceException.invalidMember("mfa_token", "mfa_token is too long or combined with username");
        }
    }

    @Override
    public String toString() {
        return "PasskeyOptionsBody";
    }
}
