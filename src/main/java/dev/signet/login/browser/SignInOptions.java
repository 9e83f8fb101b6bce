package dev.signet.login.browser;

import org.jspecify.annotations.Nullable;

/**
 * Links that a sign-in page offers in addition to the password; implemented by the package that provides their pages.
 */
public interface SignInOptions {

    /** No links. */
    SignInOptions NONE = new SignInOptions() {};

    /** Returns the path of the page that sends a link to reset the password, or null if there is none. */
    default @Nullable String passwordReset() {
        return null;
    }

    /** Returns the path of the page that sends a sign-in link, or null if there is none. */
    default @Nullable String signInLink() {
        return null;
    }

    /** Returns the path of the registration page, or null if registration is closed. */
    default @Nullable String registration() {
        return null;
    }
}
