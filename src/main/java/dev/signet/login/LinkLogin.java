package dev.signet.login;

import dev.signet.accounts.Account;
import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.clients.Scope;
import dev.signet.error.ServiceException;
import dev.signet.login.authentication.Authentication;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.login.browser.OpenedBrowserSession;
import dev.signet.tokens.access.IssuedTokens;
import dev.signet.tokens.grant.RequestedAccess;
import dev.signet.tokens.session.TokenService;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.UUID;

/** A login by a link that was sent to an account. The link replaces the password, never the second factor. */
@ApplicationScoped
public class LinkLogin {

    private final Authentication authentication;
    private final LoginService logins;
    private final BrowserSessions browsers;
    private final AllowedLoginAccess access;
    private final LoginConfig config;
    private final TokenService tokens;

    LinkLogin(
            Authentication authentication,
            LoginService logins,
            BrowserSessions browsers,
            AllowedLoginAccess access,
            LoginConfig config,
            TokenService tokens) {
        this.authentication = authentication;
        this.logins = logins;
        this.browsers = browsers;
        this.access = access;
        this.config = config;
        this.tokens = tokens;
    }

    /**
     * Opens a session with the default audience and scope.
     *
     * @throws ServiceException as thrown by {@link Authentication#byLink}
     */
    public IssuedTokens tokens(UUID accountId) {
        RequestedAccess loginAccess = new RequestedAccess(config.clientId(), access.audience(null), access.scope(null));
        return logins.issue(authentication.byLink(accountId, loginAccess));
    }

    /**
     * Rejects a login by link whose access token would be too long, before the link is consumed.
     *
     * @throws ServiceException {@code token_too_large}
     */
    public void requireIssuable(Account account) {
        tokens.requireIssuable(account, config.clientId(), access.audience(null), access.scope(null));
    }

    /**
     * Signs in the browser of the current request.
     *
     * @throws ServiceException as thrown by {@link Authentication#byLink}
     */
    public OpenedBrowserSession browser(UUID accountId) {
        return browsers.open(
                authentication.byLink(accountId, new RequestedAccess(browsers.clientId(), List.of(), Scope.EMPTY)));
    }

    /**
     * Signs in the browser of the current request after the user has presented the second factor.
     *
     * @throws ServiceException as thrown by {@link Authentication#byFactor}
     */
    public OpenedBrowserSession browser(String mfaToken, PresentedFactor factor) {
        return browsers.open(authentication.byFactor(mfaToken, browsers.clientId(), factor));
    }
}
