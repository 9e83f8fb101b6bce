package dev.signet.login;

import dev.signet.accounts.AccountService;
import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.authentication.AuthenticatedUser;
import dev.signet.login.authentication.Authentication;
import dev.signet.tokens.access.IssueCounters;
import dev.signet.tokens.access.IssueCounters.FirstPartyGrant;
import dev.signet.tokens.access.IssuedAccessToken;
import dev.signet.tokens.access.IssuedTokens;
import dev.signet.tokens.grant.Grant;
import dev.signet.tokens.grant.RequestedAccess;
import dev.signet.tokens.grant.SessionOptions;
import dev.signet.tokens.refresh.RefreshRequest;
import dev.signet.tokens.session.AccessRenewal;
import dev.signet.tokens.session.RefreshService;
import dev.signet.tokens.session.TokenService;
import dev.signet.web.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** The first-party login: validates the request, authenticates the user, and issues tokens. */
@ApplicationScoped
public class LoginService {

    private final Authentication authentication;
    private final AccountService accounts;
    private final TokenService tokens;
    private final RefreshService refreshes;
    private final AccessRenewal renewal;
    private final AllowedLoginAccess access;
    private final IssueCounters issued;
    private final LoginConfig config;
    private final Caller caller;

    LoginService(
            Authentication authentication,
            AccountService accounts,
            TokenService tokens,
            RefreshService refreshes,
            AccessRenewal renewal,
            AllowedLoginAccess access,
            IssueCounters issued,
            LoginConfig config,
            Caller caller) {
        this.authentication = authentication;
        this.accounts = accounts;
        this.tokens = tokens;
        this.refreshes = refreshes;
        this.renewal = renewal;
        this.access = access;
        this.issued = issued;
        this.config = config;
        this.caller = caller;
    }

    /**
     * Opens a session after verifying the password, and the second factor if the account has one.
     *
     * @throws ServiceException as thrown by {@link Authentication#byPassword}; {@code invalid_scope}; {@code
     *     invalid_target}
     */
    IssuedTokens login(LoginBody credentials) {
        return issue(authenticate(credentials), SessionOptions.LOGIN);
    }

    private AuthenticatedUser authenticate(LoginBody credentials) {
        RequestedAccess loginAccess = new RequestedAccess(
                config.clientId(), access.audience(credentials.audience()), access.scope(credentials.scope()));
        return authentication.byPassword(
                credentials.username(),
                credentials.password(),
                PresentedFactor.of(credentials.otp(), null).orElse(null),
                loginAccess);
    }

    /**
     * Opens a session with the default audience and scope.
     *
     * @throws ServiceException as thrown by {@link Authentication#byPassword}; {@code invalid_request}
     */
    public IssuedTokens login(String username, String password, @Nullable String otp) {
        return login(new LoginBody(username, password, otp, null, null));
    }

    /**
     * Opens a session without a refresh token; {@link #renew} extends it.
     *
     * @throws ServiceException as thrown by {@link Authentication#byPassword}; {@code invalid_request}
     */
    public IssuedAccessToken loginForAccessToken(String username, String password, @Nullable String otp) {
        return issue(
                        authenticate(new LoginBody(username, password, otp, null, null)),
                        SessionOptions.LOGIN_BY_ACCESS_TOKEN)
                .access();
    }

    /**
     * Issues a new access token for a valid one of a session opened by {@link #loginForAccessToken}.
     *
     * @throws ServiceException {@code invalid_token}
     */
    public IssuedAccessToken renew(String accessToken) {
        IssuedAccessToken renewed = renewal.renew(accessToken, config.clientId())
                .orElseThrow(() -> new ServiceException(ErrorCode.INVALID_TOKEN, "the access token cannot be renewed"));
        issued.count(FirstPartyGrant.RENEWAL);
        return renewed;
    }

    /**
     * Issues the next pair of tokens for a refresh token of the first-party login, which is consumed.
     *
     * @throws ServiceException {@code invalid_grant}
     */
    public IssuedTokens refresh(String refreshToken) {
        IssuedTokens next = refreshes.refresh(RefreshRequest.plain(refreshToken, config.clientId()));
        issued.count(FirstPartyGrant.REFRESH_TOKEN);
        return next;
    }

    /**
     * Opens the session that a login requested before its second factor was presented.
     *
     * @throws ServiceException as thrown by {@link Authentication#byFactor}
     */
    IssuedTokens finish(SecondFactorLogin login) {
        return issue(
                authentication.byFactor(login.requiredToken(), config.clientId(), login.requiredFactor()),
                SessionOptions.LOGIN);
    }

    IssuedTokens issue(AuthenticatedUser authenticatedUser) {
        return issue(authenticatedUser, SessionOptions.LOGIN);
    }

    IssuedTokens issue(AuthenticatedUser authenticatedUser, SessionOptions sessionOptions) {
        Grant grant = new Grant(UUID.randomUUID(), authenticatedUser.authorization(), caller.origin(), sessionOptions);
        IssuedTokens opened = QuarkusTransaction.joiningExisting()
                .call(() -> accounts.recordLogin(authenticatedUser.account())
                        ? tokens.issue(grant)
                        : Optional.<IssuedTokens>empty())
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.INVALID_CREDENTIALS, "the account was changed during the login"));
        issued.count(FirstPartyGrant.LOGIN);
        return opened;
    }
}
