package dev.signet.oauth.authorize;

import dev.signet.web.http.HostCookies;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

import java.util.Optional;

/**
 * Cookie with a random value that identifies the browser to which a page was shown, independently of the signed-in
 * user.
 */
@Singleton
final class BrowserBinding {

    private static final String COOKIE = "signet-browser";

    private final HostCookies cookies;

    BrowserBinding(HostCookies cookies) {
        this.cookies = cookies;
    }

    /** Returns the value in the cookie of the current request. */
    Optional<String> value() {
        return cookies.value(COOKIE).filter(AuthorizationTransactions::isSecret);
    }

    NewCookie cookie(String value) {
        return cookies.of(COOKIE, value);
    }
}
