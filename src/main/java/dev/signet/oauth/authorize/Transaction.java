package dev.signet.oauth.authorize;

import dev.signet.oauth.request.PresentedRequest;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * An authorization request at one step, as the browser it belongs to holds it.
 *
 * @param handle what the form names it by
 * @param csrf what the form of this step shows to come from our page
 * @param browserSessionId who logged in, once somebody has
 * @param mfaToken what finishes a login whose password was right
 */
record Transaction(
        UUID id,
        String handle,
        String csrf,
        Step step,
        PresentedRequest request,
        @Nullable UUID browserSessionId,
        @Nullable String mfaToken) {

    @Override
    public String toString() {
        return "Transaction[" + id + " " + step + "]";
    }
}
