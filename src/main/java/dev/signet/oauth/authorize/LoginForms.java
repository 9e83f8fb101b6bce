package dev.signet.oauth.authorize;

import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.error.ErrorCode;
import dev.signet.error.RefusalReason;
import dev.signet.error.ServiceException;
import dev.signet.login.Authentication;
import dev.signet.login.Proof;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.login.pending.WantedAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.time.Duration;
import java.util.List;

/** Judges the forms by which somebody logs in, whatever for: password, then second factor where there is one. */
@ApplicationScoped
class LoginForms {

    private static final int MAX_USERNAME = 1_000;
    private static final int UNACCEPTED = 400;
    private static final int THROTTLED = 429;

    private final Authentication authentication;
    private final BrowserSessions sessions;
    private final Transactions transactions;
    private final LoginPages pages;

    LoginForms(Authentication authentication, BrowserSessions sessions, Transactions transactions, LoginPages pages) {
        this.authentication = authentication;
        this.sessions = sessions;
        this.transactions = transactions;
        this.pages = pages;
    }

    LoginResult password(SentForm form, Transaction transaction, String browser, Errand errand) {
        String username = form.field("username")
                .filter(typed -> typed.length() <= MAX_USERNAME)
                .orElse("");
        String password = form.field("password").orElse("");
        try {
            if (username.isEmpty() || password.isEmpty()) {
                throw new ServiceException(ErrorCode.INVALID_CREDENTIALS, "a field is empty or too long");
            }
            WantedAccess wanted = new WantedAccess(errand.clientId(), List.of(), "");
            return opened(authentication.byPassword(username, password, null, wanted));
        } catch (ServiceException refusal) {
            RefusalReason.keep(refusal);
            return new LoginResult.Again(
                    switch (refusal.code()) {
                        case OTP_REQUIRED -> askForFactor(transaction, browser, errand, refusal);
                        case INVALID_CREDENTIALS ->
                            pages.signIn(errand, transaction, username, LoginPages.WRONG)
                                    .status(UNACCEPTED);
                        case TOO_MANY_ATTEMPTS ->
                            throttled(pages.signIn(errand, transaction, username, LoginPages.THROTTLED), refusal);
                        default -> throw refusal;
                    });
        }
    }

    LoginResult secondFactor(SentForm form, Transaction transaction, String browser, Errand errand) {
        String mfaToken = transaction.mfaToken();
        if (mfaToken == null) {
            throw new ServiceException(ErrorCode.PAGE_EXPIRED, "the form belongs to no pending login");
        }
        try {
            return opened(authentication.byFactor(mfaToken, errand.clientId(), presented(form)));
        } catch (ServiceException refusal) {
            RefusalReason.keep(refusal);
            return new LoginResult.Again(
                    switch (refusal.code()) {
                        case INVALID_CREDENTIALS, INVALID_REQUEST ->
                            pages.secondFactor(errand, transaction, LoginPages.WRONG)
                                    .status(UNACCEPTED);
                        case TOO_MANY_ATTEMPTS ->
                            throttled(pages.secondFactor(errand, transaction, LoginPages.THROTTLED), refusal);
                        case INVALID_GRANT -> startAgain(transaction, browser, errand);
                        default -> throw refusal;
                    });
        }
    }

    private ResponseBuilder<String> askForFactor(
            Transaction transaction, String browser, Errand errand, ServiceException asked) {
        String mfaToken = (String) asked.members().get("mfa_token");
        Transaction moved = transactions.advance(transaction, errand.secondFactor(), browser, null, mfaToken);
        return pages.secondFactor(errand, moved, LoginPages.NO_NOTICE);
    }

    private ResponseBuilder<String> startAgain(Transaction transaction, String browser, Errand errand) {
        Transaction moved = transactions.advance(transaction, errand.signIn(), browser, null, null);
        return pages.signIn(errand, moved, "", LoginPages.START_AGAIN).status(UNACCEPTED);
    }

    private LoginResult opened(Proof proof) {
        return new LoginResult.Done(sessions.open(proof));
    }

    // Apps show the code in two groups; what is typed off the screen may have the space too.
    private static PresentedFactor presented(SentForm form) {
        String otp = form.field("otp").map(typed -> typed.replace(" ", "")).orElse(null);
        return PresentedFactor.of(otp, form.field("recovery_code").orElse(null))
                .orElseThrow(() -> ServiceException.invalidMember("otp", "otp or recovery_code is required"));
    }

    static ResponseBuilder<String> throttled(ResponseBuilder<String> page, ServiceException refusal) {
        Duration wait = refusal.retryAfter() == null ? Duration.ofSeconds(1) : refusal.retryAfter();
        return page.status(THROTTLED)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
