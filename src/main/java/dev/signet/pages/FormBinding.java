package dev.signet.pages;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.RandomText;
import dev.signet.web.http.HostCookies;
import jakarta.ws.rs.core.NewCookie;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * A binding of forms to the browser that received them. A cookie contains a random secret of the browser, which other
 * sites can neither read nor set. Each form contains a {@link FormToken} with that secret as its key. So another site
 * can neither submit a form (cross-site request forgery) nor sign a visitor in to an attacker's account (login CSRF).
 */
public final class FormBinding {

    private final String cookie;
    private final HostCookies cookies;
    private final SecureRandom random;

    FormBinding(String cookie, HostCookies cookies, SecureRandom random) {
        this.cookie = cookie;
        this.cookies = cookies;
        this.random = random;
    }

    /** Returns the secret of the current browser; empty if its cookie is missing or malformed. */
    public Optional<String> secret() {
        return cookies.value(cookie).filter(RandomText::isSecret);
    }

    /** Returns the secret of the current browser, or a new one. */
    public String secretOrNew() {
        return secret().orElseGet(() -> RandomText.secret(random));
    }

    /**
     * Returns the secret of the current browser.
     *
     * @throws ServiceException {@code page_expired} if its cookie is missing or malformed
     */
    public String requiredSecret() {
        return secret().orElseThrow(
                        () -> new ServiceException(ErrorCode.PAGE_EXPIRED, "the cookie of the page is missing"));
    }

    /** Returns the cookie to send with a form. */
    public NewCookie cookie(String secret) {
        return cookies.of(cookie, secret);
    }
}
