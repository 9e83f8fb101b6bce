package dev.signet.oauth.authorize.transaction;

import dev.signet.oauth.request.PresentedRequest;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Authorization request at one step, with the values that its browser holds.
 *
 * @param handle the value by which a form identifies the request
 * @param csrf the CSRF token of the form of this step
 * @param browserSessionId the session of the user who signed in; null before
 * @param mfaToken the token that completes a login after its password was verified; null otherwise
 */
public record AuthorizationTransaction(
        UUID id,
        String handle,
        String csrf,
        AuthorizationStep step,
        PresentedRequest request,
        @Nullable UUID browserSessionId,
        @Nullable String mfaToken) {

    @Override
    public String toString() {
        return "AuthorizationTransaction[" + id + " " + step + "]";
    }
}
