package dev.signet.login.browser;

import jakarta.ws.rs.core.NewCookie;

/** A session that was just opened, with its cookie. */
public record OpenedBrowserSession(BrowserSession session, NewCookie cookie) {

    @Override
    public String toString() {
        return "OpenedBrowserSession[" + session.id() + "]";
    }
}
