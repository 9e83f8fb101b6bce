package dev.signet.oauth.authorize.login;

import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.RejectionReason;
import dev.signet.error.ServiceException;
import dev.signet.login.authentication.AuthenticatedUser;
import dev.signet.login.authentication.Authentication;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.login.passkeys.PresentedPasskey;
import dev.signet.login.passkeys.webauthn.AssertionResponse;
import dev.signet.oauth.authorize.transaction.AuthorizationTransaction;
import dev.signet.oauth.authorize.transaction.AuthorizationTransactions;
import dev.signet.oauth.authorize.transaction.SubmittedForm;
import dev.signet.tokens.grant.RequestedAccess;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.util.List;
import java.util.Optional;

/**
 * Processing of the sign-in forms of every flow: the password, then the second factor if the account has one; or a
 * passkey for both.
 */
@ApplicationScoped
public class LoginForms {

    private static final int MAX_USERNAME = 1_000;
    // The script of the page fills in this field.
    private static final String CREDENTIAL = "credential";
    private static final int BAD_REQUEST = 400;

    private final Authentication authentication;
    private final BrowserSessions sessions;
    private final AuthorizationTransactions transactions;
    private final LoginPages pages;

    LoginForms(
            Authentication authentication,
            BrowserSessions sessions,
            AuthorizationTransactions transactions,
            LoginPages pages) {
        this.authentication = authentication;
        this.sessions = sessions;
        this.transactions = transactions;
        this.pages = pages;
    }

    /** Verifies the username and password of a form, or its passkey. */
    public LoginResult submitPassword(
            SubmittedForm form, AuthorizationTransaction transaction, String browser, LoginContext loginContext) {
        String username = form.field("username")
                .filter(entered -> entered.length() <= MAX_USERNAME)
                .orElse("");
        String password = form.field("password").orElse("");
        try {
            RequestedAccess access = new RequestedAccess(loginContext.clientId(), List.of(), Scope.EMPTY);
            Optional<String> credential = form.field(CREDENTIAL);
            if (credential.isPresent()) {
                return openSession(authentication.byPasskey(readPasskey(form, transaction, credential.get()), access));
            }
            if (username.isEmpty() || password.isEmpty()) {
                throw new ServiceException(ErrorCode.INVALID_CREDENTIALS, "a field is empty or too long");
            }
            return openSession(authentication.byPassword(username, password, null, access));
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            return new LoginResult.ShowPage(
                    switch (rejection.code()) {
                        case OTP_REQUIRED -> showSecondFactor(transaction, browser, loginContext, rejection);
                        case INVALID_CREDENTIALS, INVALID_GRANT, INVALID_REQUEST ->
                            pages.signIn(loginContext, transaction, username, wrong(form))
                                    .status(BAD_REQUEST);
                        case TOO_MANY_ATTEMPTS ->
                            pages.signIn(loginContext, transaction, username, LoginPages.THROTTLED)
                                    .status(rejection.code().status());
                        default -> throw rejection;
                    });
        }
    }

    /** Verifies the second factor of a form, which may be a passkey. */
    public LoginResult submitSecondFactor(
            SubmittedForm form, AuthorizationTransaction transaction, String browser, LoginContext loginContext) {
        String mfaToken = transaction.mfaToken();
        if (mfaToken == null) {
            throw new ServiceException(ErrorCode.PAGE_EXPIRED, "the form belongs to no pending login");
        }
        try {
            Optional<String> credential = form.field(CREDENTIAL);
            return openSession(
                    credential.isPresent()
                            ? authentication.byPasskeyFactor(
                                    mfaToken, loginContext.clientId(), readPasskey(form, transaction, credential.get()))
                            : authentication.byFactor(mfaToken, loginContext.clientId(), parseFactor(form)));
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            return new LoginResult.ShowPage(
                    switch (rejection.code()) {
                        case INVALID_CREDENTIALS, INVALID_REQUEST ->
                            pages.secondFactor(loginContext, transaction, wrong(form))
                                    .status(BAD_REQUEST);
                        case TOO_MANY_ATTEMPTS ->
                            pages.secondFactor(loginContext, transaction, LoginPages.THROTTLED)
                                    .status(rejection.code().status());
                        case INVALID_GRANT -> restart(transaction, browser, loginContext);
                        default -> throw rejection;
                    });
        }
    }

    private ResponseBuilder<String> showSecondFactor(
            AuthorizationTransaction transaction,
            String browser,
            LoginContext loginContext,
            ServiceException otpRequired) {
        String mfaToken = (String) otpRequired.members().get("mfa_token");
        AuthorizationTransaction advanced =
                transactions.advance(transaction, loginContext.secondFactor(), browser, null, mfaToken);
        return pages.secondFactor(loginContext, advanced, LoginPages.NO_NOTICE);
    }

    private ResponseBuilder<String> restart(
            AuthorizationTransaction transaction, String browser, LoginContext loginContext) {
        AuthorizationTransaction advanced =
                transactions.advance(transaction, loginContext.signIn(), browser, null, null);
        return pages.signIn(loginContext, advanced, "", LoginPages.START_AGAIN).status(BAD_REQUEST);
    }

    private LoginResult openSession(AuthenticatedUser authenticatedUser) {
        return new LoginResult.SignedIn(sessions.open(authenticatedUser));
    }

    private static String wrong(SubmittedForm form) {
        return form.field(CREDENTIAL).isPresent() ? LoginPages.WRONG_PASSKEY : LoginPages.WRONG;
    }

    private static PresentedPasskey readPasskey(
            SubmittedForm form, AuthorizationTransaction transaction, String credential) {
        return new PresentedPasskey(
                form.field("ceremony").orElse(""),
                LoginPages.binding(transaction),
                AssertionResponse.ofText(credential));
    }

    private static PresentedFactor parseFactor(SubmittedForm form) {
        return PresentedFactor.requiredOfForm(
                form.field("otp").orElse(""), form.field("recovery_code").orElse(""));
    }
}
