package dev.signet.oauth.authorize;

import dev.signet.oauth.request.AuthorizationRequest;

/**
 * A form that may be taken: sent by the browser that was shown it, at its step.
 *
 * @param browser the value by which that browser is known
 */
record Submission(SentForm form, Transaction transaction, AuthorizationRequest request, String browser) {

    @Override
    public String toString() {
        return "Submission[" + transaction + "]";
    }
}
