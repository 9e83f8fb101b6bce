package dev.signet.oauth.authorize;

import dev.signet.web.HostCookies;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

import java.util.Optional;

/** A random value by which a browser is known to be the one that was shown a page, whoever is logged in with it. */
@Singleton
final class BrowserBinding {

    private static final String COOKIE = "signet-browser";

    private final HostCookies cookies;

    BrowserBinding(HostCookies cookies) {
        this.cookies = cookies;
    }

    /** The value the present request brings. */
    Optional<String> value() {
        return cookies.value(COOKIE).filter(Transactions::isSecret);
    }

    NewCookie cookie(String value) {
        return cookies.of(COOKIE, value);
    }
}
