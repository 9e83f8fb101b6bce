package dev.signet.oauth.authorize;

import dev.signet.login.browser.OpenedBrowserSession;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What a form of logging in led to: somebody is logged in, or has to be shown another page. */
sealed interface LoginResult {

    record Done(OpenedBrowserSession opened) implements LoginResult {}

    record Again(ResponseBuilder<String> page) implements LoginResult {}
}
