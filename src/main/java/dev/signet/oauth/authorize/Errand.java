package dev.signet.oauth.authorize;

import dev.signet.oauth.request.AuthorizationRequest;
import dev.signet.pages.ContentPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What somebody logs in for, as far as the pages of logging in have to know.
 *
 * @param path under which the forms of these pages are taken
 * @param name what is said to come after
 * @param clientId for whom the login is recorded
 */
record Errand(
        String path,
        String name,
        String clientId,
        @Nullable String uiLocales,
        ContentPolicy policy,
        Step signIn,
        Step secondFactor) {

    static Errand of(AuthorizationRequest request) {
        return new Errand(
                AuthorizeResource.PATH,
                request.client().name(),
                request.client().id(),
                request.uiLocales(),
                ContentPolicy.forms(request.address().origins()),
                Step.SIGN_IN,
                Step.SECOND_FACTOR);
    }
}
