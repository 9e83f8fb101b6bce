package dev.signet.oauth.authorize;

import dev.signet.oauth.authorize.transaction.AuthorizationTransaction;
import dev.signet.oauth.authorize.transaction.SubmittedForm;
import dev.signet.oauth.request.AuthorizationRequest;

/**
 * Verified form: submitted by the browser to which it was shown, at its step.
 *
 * @param browser the value of the cookie that identifies the browser
 */
record VerifiedSubmission(
        SubmittedForm form, AuthorizationTransaction transaction, AuthorizationRequest request, String browser) {

    @Override
    public String toString() {
        return "VerifiedSubmission[" + transaction + "]";
    }
}
