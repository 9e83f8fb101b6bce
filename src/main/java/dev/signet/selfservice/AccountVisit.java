package dev.signet.selfservice;

import dev.signet.accounts.Account;
import dev.signet.login.browser.BrowserSession;

import java.util.Locale;
import java.util.UUID;

/**
 * A request of a signed-in user for an account page.
 *
 * @param language the language in which pages are shown
 */
public record AccountVisit(Account account, BrowserSession session, AccountFrame frame, Locale language) {

    public UUID accountId() {
        return account.id();
    }

    public UUID sessionId() {
        return session.id();
    }
}
