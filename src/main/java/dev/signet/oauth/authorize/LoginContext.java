package dev.signet.oauth.authorize;

import dev.signet.oauth.request.AuthorizationRequest;
import dev.signet.pages.ContentPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Purpose of a login, as far as the sign-in pages need it.
 *
 * @param path the path below which the forms of these pages are submitted
 * @param name the name of the client or installation that the pages show
 * @param clientId the client for which the login is recorded
 */
record LoginContext(
        String path,
        String name,
        String clientId,
        @Nullable String uiLocales,
        ContentPolicy policy,
        AuthorizationStep signIn,
        AuthorizationStep secondFactor) {

    static LoginContext of(AuthorizationRequest request) {
        return new LoginContext(
                AuthorizeResource.PATH,
                request.client().name(),
                request.client().id(),
                request.uiLocales(),
                ContentPolicy.forms(request.redirectUri().origins()),
                AuthorizationStep.SIGN_IN,
                AuthorizationStep.SECOND_FACTOR);
    }
}
