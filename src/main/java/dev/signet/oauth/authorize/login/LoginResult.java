package dev.signet.oauth.authorize.login;

import dev.signet.login.browser.OpenedBrowserSession;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Result of a sign-in form: a new session, or the next page. */
public sealed interface LoginResult {

    record SignedIn(OpenedBrowserSession opened) implements LoginResult {}

    record ShowPage(ResponseBuilder<String> page) implements LoginResult {}
}
