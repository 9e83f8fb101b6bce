package dev.signet.login;

import dev.signet.accounts.AccountService;
import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.pending.WantedAccess;
import dev.signet.tokens.AccessRenewal;
import dev.signet.tokens.Grant;
import dev.signet.tokens.IssuedAccessToken;
import dev.signet.tokens.IssuedTokens;
import dev.signet.tokens.RefreshRequest;
import dev.signet.tokens.RefreshService;
import dev.signet.tokens.SessionTerms;
import dev.signet.tokens.TokenService;
import dev.signet.web.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** The first-party login: what was asked for, who asks, then tokens. */
@ApplicationScoped
public class LoginService {

    private final Authentication authentication;
    private final AccountService accounts;
    private final TokenService tokens;
    private final RefreshService refreshes;
    private final AccessRenewal renewal;
    private final RequestedAccess access;
    private final LoginConfig config;
    private final Caller caller;

    LoginService(
            Authentication authentication,
            AccountService accounts,
            TokenService tokens,
            RefreshService refreshes,
            AccessRenewal renewal,
            RequestedAccess access,
            LoginConfig config,
            Caller caller) {
        this.authentication = authentication;
        this.accounts = accounts;
        this.tokens = tokens;
        this.refreshes = refreshes;
        this.renewal = renewal;
        this.access = access;
        this.config = config;
        this.caller = caller;
    }

    /**
     * Opens a session for whoever knows the password and shows the second factor, if the account has one.
     *
     * @throws ServiceException what {@link Authentication#byPassword} throws; {@code invalid_scope}; {@code invalid_target}
     */
    IssuedTokens login(Credentials credentials) {
        return issue(authenticate(credentials), SessionTerms.LOGIN);
    }

    private Proof authenticate(Credentials credentials) {
        WantedAccess wanted = new WantedAccess(
                config.clientId(), access.audience(credentials.audience()), access.scope(credentials.scope()));
        return authentication.byPassword(
                credentials.username(),
                credentials.password(),
                PresentedFactor.of(credentials.otp(), null).orElse(null),
                wanted);
    }

    /**
     * Opens a session with what a login is given that asks for nothing in particular.
     *
     * @throws ServiceException what {@link Authentication#byPassword} throws; {@code invalid_request}
     */
    public IssuedTokens login(String username, String password, @Nullable String otp) {
        return login(new Credentials(username, password, otp, null, null));
    }

    /**
     * Opens a session that has no refresh token; {@link #renew} keeps it alive.
     *
     * @throws ServiceException what {@link Authentication#byPassword} throws; {@code invalid_request}
     */
    public IssuedAccessToken loginForAccessToken(String username, String password, @Nullable String otp) {
        return issue(
                        authenticate(new Credentials(username, password, otp, null, null)),
                        SessionTerms.LOGIN_BY_ACCESS_TOKEN)
                .access();
    }

    /**
     * A fresh access token for one that is still good, of a session opened by {@link #loginForAccessToken}.
     *
     * @throws ServiceException {@code invalid_token}
     */
    public IssuedAccessToken renew(String accessToken) {
        return renewal.renew(accessToken, config.clientId())
                .orElseThrow(() -> new ServiceException(ErrorCode.INVALID_TOKEN, "the access token cannot be renewed"));
    }

    /**
     * The next pair of tokens for a refresh token of a first-party login, which is used up by it.
     *
     * @throws ServiceException {@code invalid_grant}
     */
    public IssuedTokens refresh(String refreshToken) {
        return refreshes.refresh(RefreshRequest.plain(refreshToken, config.clientId()));
    }

    /**
     * Opens the session a login asked for before its second factor was shown.
     *
     * @throws ServiceException what {@link Authentication#byFactor} throws
     */
    IssuedTokens finish(SecondStep step) {
        return issue(
                authentication.byFactor(step.requiredToken(), config.clientId(), step.requiredFactor()),
                SessionTerms.LOGIN);
    }

    IssuedTokens issue(Proof proof) {
        return issue(proof, SessionTerms.LOGIN);
    }

    IssuedTokens issue(Proof proof, SessionTerms terms) {
        Grant grant = new Grant(
                UUID.randomUUID(),
                proof.account().id(),
                proof.wanted().clientId(),
                proof.wanted().audience(),
                proof.wanted().scope(),
                proof.acr(),
                proof.amr(),
                proof.at(),
                caller.address(),
                caller.userAgent(),
                terms);
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        accounts.recordLogin(proof.account()) ? tokens.issue(grant) : Optional.<IssuedTokens>empty())
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.INVALID_CREDENTIALS, "the account was changed during the login"));
    }
}
