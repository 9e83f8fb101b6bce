package dev.signet.login.browser;

import java.util.Optional;

/**
 * Finds a login that the user of this browser began for an application and left to use a link sent by e-mail;
 * implemented by the package that shows the pages of the login.
 */
public interface InterruptedLogins {

    /** No interrupted login. */
    InterruptedLogins NONE = Optional::empty;

    /** Returns the newest interrupted login of the browser of the current request. */
    Optional<InterruptedLogin> find();
}
