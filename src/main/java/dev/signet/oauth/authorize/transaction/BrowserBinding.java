package dev.signet.oauth.authorize.transaction;

import dev.signet.web.http.HostCookies;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

import java.util.Optional;

/**
 * Cookie with a random value that identifies the browser to which a page was shown, independently of the signed-in
 * user.
 */
@Singleton
public final class BrowserBinding {

    private static final String COOKIE = "signet-browser";

    private final HostCookies cookies;

    BrowserBinding(HostCookies cookies) {
        this.cookies = cookies;
    }

    /** Returns the value in the cookie of the current request. */
    public Optional<String> value() {
        return cookies.value(COOKIE).filter(AuthorizationTransactions::isSecret);
    }

    /** Returns the cookie with a value. */
    public NewCookie cookie(String value) {
        return cookies.of(COOKIE, value);
    }
}
