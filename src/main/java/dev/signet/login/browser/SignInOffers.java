package dev.signet.login.browser;

import org.jspecify.annotations.Nullable;

/** What a sign-in page offers whoever cannot sign in by it; implemented by the room that offers it. */
public interface SignInOffers {

    /** For when no room offers anything. */
    SignInOffers NONE = new SignInOffers() {};

    /** The path of the page that sends a link for a new password, or null if there is none. */
    default @Nullable String passwordReset() {
        return null;
    }

    /** The path of the page that sends a link to sign in by, or null if there is none. */
    default @Nullable String signInLink() {
        return null;
    }

    /** The path of the page on which strangers register, or null if they may not. */
    default @Nullable String registration() {
        return null;
    }
}
