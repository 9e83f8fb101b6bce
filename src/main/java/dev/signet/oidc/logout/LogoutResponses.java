package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.pages.Branding;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.Pages;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Responses to logout requests: the confirmation page, a redirect to the client, or the page after the logout. */
@Singleton
final class LogoutResponses {

    private final Pages pages;
    private final Branding branding;
    private final BrowserSessions browsers;

    LogoutResponses(Pages pages, Branding branding, BrowserSessions browsers) {
        this.pages = pages;
        this.branding = branding;
        this.browsers = browsers;
    }

    RestResponse<String> respond(LogoutOutcome outcome) {
        if (outcome instanceof LogoutOutcome.ConfirmationRequired required) {
            return showConfirmation(required);
        }
        return respondWhenDone((LogoutOutcome.Done) outcome)
                .cookie(browsers.removal())
                .build();
    }

    // Without proof that the client or the user requested the logout, the browser is not redirected (§3). The URI is
    // registered, so the page links to it.
    private ResponseBuilder<String> respondWhenDone(LogoutOutcome.Done done) {
        LogoutRequest request = done.request();
        String uri = request.redirectUri();
        if (uri == null) {
            return pages.signedOut(request.uiLocales());
        }
        String target = withState(uri, request.state());
        if (!done.verified()) {
            Client client = request.client();
            return pages.signedOut(
                    request.uiLocales(),
                    target,
                    client == null || client.hasUntrustedRedirectUris() ? uri : client.name());
        }
        return ResponseBuilder.<String>create(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, target);
    }

    private RestResponse<String> showConfirmation(LogoutOutcome.ConfirmationRequired required) {
        LogoutRequest request = required.request();
        Client client = request.client();
        ConfirmForm form = new ConfirmForm(
                branding.path("/oauth2/logout/confirmation"),
                client == null ? "" : client.name(),
                client == null ? "" : client.id(),
                orEmpty(request.redirectUri()),
                orEmpty(request.state()),
                orEmpty(request.uiLocales()),
                required.confirmation());
        // Browsers apply the policy to the redirect after the form too.
        String uri = request.redirectUri();
        ContentPolicy policy = uri == null
                ? ContentPolicy.STRICT
                : ContentPolicy.forms(ContentPolicy.target(uri).stream().toList());
        return pages.show(LogoutTemplates.confirm(form), request.uiLocales(), policy)
                .build();
    }

    private static String withState(String uri, @Nullable String state) {
        if (state == null) {
            return uri;
        }
        return uri + (uri.contains("?") ? "&" : "?") + "state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
    }

    private static String orEmpty(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
