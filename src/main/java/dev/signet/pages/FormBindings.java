package dev.signet.pages;

import dev.signet.web.http.HostCookies;
import jakarta.inject.Singleton;

import java.security.SecureRandom;

/** Creates the bindings of forms to browsers. */
@Singleton
public final class FormBindings {

    private final HostCookies cookies;
    private final SecureRandom random;

    FormBindings(HostCookies cookies, SecureRandom random) {
        this.cookies = cookies;
        this.random = random;
    }

    /** Returns the binding with the given cookie. Forms that share a cookie need distinct purposes. */
    public FormBinding withCookie(String name) {
        return new FormBinding(name, cookies, random);
    }
}
