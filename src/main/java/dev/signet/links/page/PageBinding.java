package dev.signet.links.page;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.Derivation;
import dev.signet.secrets.RandomText;
import dev.signet.secrets.SecretDigest;
import dev.signet.web.http.HostCookies;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A binding of forms to the browser that received them, so that another site cannot sign a visitor in to an attacker's
 * account (login CSRF).
 */
@Singleton
final class PageBinding {

    private static final String COOKIE = "signet-link";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final HostCookies cookies;
    private final SecureRandom random;

    PageBinding(HostCookies cookies, SecureRandom random) {
        this.cookies = cookies;
        this.random = random;
    }

    /** Returns the cookie value of the current browser, or a new one. */
    String value() {
        return cookies.value(COOKIE)
                .filter(value -> FORM.matcher(value).matches())
                .orElseGet(() -> RandomText.secret(random));
    }

    NewCookie cookie(String value) {
        return cookies.of(COOKIE, value);
    }

    /** Returns the CSRF token of a page, which other sites cannot know. */
    static String csrf(String value, String path) {
        byte[] mac = Derivation.hmacSha256(
                value.getBytes(StandardCharsets.UTF_8), ("links " + path).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /**
     * Rejects a form of another browser or another page.
     *
     * @throws ServiceException {@code page_expired}
     */
    void check(String csrf, String path) {
        String value = cookies.value(COOKIE)
                .filter(present -> FORM.matcher(present).matches())
                .orElseThrow(PageBinding::pageExpired);
        if (!SecretDigest.isEqual(
                csrf(value, path).getBytes(StandardCharsets.UTF_8), csrf.getBytes(StandardCharsets.UTF_8))) {
            throw pageExpired();
        }
    }

    private static ServiceException pageExpired() {
        return new ServiceException(ErrorCode.PAGE_EXPIRED, "the form was not issued to this browser");
    }
}
