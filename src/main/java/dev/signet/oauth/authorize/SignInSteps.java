package dev.signet.oauth.authorize;

import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.Authentication;
import dev.signet.login.Proof;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.login.browser.OpenedBrowserSession;
import dev.signet.login.pending.WantedAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** Takes the forms by which somebody logs in: password, then second factor where there is one. */
@ApplicationScoped
class SignInSteps {

    private static final int MAX_USERNAME = 1_000;
    private static final int UNACCEPTED = 400;
    private static final int THROTTLED = 429;

    private final AuthorizationFlow flow;
    private final Authentication authentication;
    private final BrowserSessions sessions;
    private final StepPages pages;

    SignInSteps(AuthorizationFlow flow, Authentication authentication, BrowserSessions sessions, StepPages pages) {
        this.flow = flow;
        this.authentication = authentication;
        this.sessions = sessions;
        this.pages = pages;
    }

    ResponseBuilder<String> password(SentForm form) {
        Submission submission = flow.submitted(form, Step.SIGN_IN);
        if (form.says("cancel")) {
            return flow.refuse(submission, ErrorCode.ACCESS_DENIED);
        }
        String username = form.field("username")
                .filter(typed -> typed.length() <= MAX_USERNAME)
                .orElse("");
        String password = form.field("password").orElse("");
        try {
            if (username.isEmpty() || password.isEmpty()) {
                throw new ServiceException(ErrorCode.INVALID_CREDENTIALS, "a field is empty or too long");
            }
            return opened(submission, authentication.byPassword(username, password, null, wanted(submission)));
        } catch (ServiceException refusal) {
            return switch (refusal.code()) {
                case OTP_REQUIRED ->
                    flow.show(submission, Step.SECOND_FACTOR, (String)
                            refusal.members().get("mfa_token"));
                case INVALID_CREDENTIALS ->
                    pages.signIn(submission.request(), submission.transaction(), username, StepPages.WRONG)
                            .status(UNACCEPTED);
                case TOO_MANY_ATTEMPTS ->
                    throttled(
                            pages.signIn(submission.request(), submission.transaction(), username, StepPages.THROTTLED),
                            refusal);
                default -> throw refusal;
            };
        }
    }

    ResponseBuilder<String> secondFactor(SentForm form) {
        Submission submission = flow.submitted(form, Step.SECOND_FACTOR);
        if (form.says("cancel")) {
            return flow.refuse(submission, ErrorCode.ACCESS_DENIED);
        }
        String mfaToken = submission.transaction().mfaToken();
        if (mfaToken == null) {
            throw new ServiceException(ErrorCode.PAGE_EXPIRED, "no login waits for a second factor");
        }
        try {
            Proof proof = authentication.byFactor(mfaToken, clientId(submission), presented(form));
            return opened(submission, proof);
        } catch (ServiceException refusal) {
            return switch (refusal.code()) {
                case INVALID_CREDENTIALS, INVALID_REQUEST ->
                    pages.secondFactor(submission.request(), submission.transaction(), StepPages.WRONG)
                            .status(UNACCEPTED);
                case TOO_MANY_ATTEMPTS ->
                    throttled(
                            pages.secondFactor(submission.request(), submission.transaction(), StepPages.THROTTLED),
                            refusal);
                case INVALID_GRANT -> flow.startAgain(submission).status(UNACCEPTED);
                default -> throw refusal;
            };
        }
    }

    // Apps show the code in two groups; what is typed off the screen may have the space too.
    private static PresentedFactor presented(SentForm form) {
        String otp = form.field("otp").map(typed -> typed.replace(" ", "")).orElse(null);
        return PresentedFactor.of(otp, form.field("recovery_code").orElse(null))
                .orElseThrow(() -> ServiceException.invalidMember("otp", "neither otp nor recovery code"));
    }

    private ResponseBuilder<String> opened(Submission submission, Proof proof) {
        OpenedBrowserSession opened = sessions.open(proof);
        return flow.proceed(submission, opened.session()).cookie(opened.cookie());
    }

    private static WantedAccess wanted(Submission submission) {
        return new WantedAccess(
                clientId(submission), List.of(), submission.request().scopeText());
    }

    private static String clientId(Submission submission) {
        return submission.request().client().id();
    }

    private static ResponseBuilder<String> throttled(ResponseBuilder<String> page, ServiceException refusal) {
        Duration wait = refusal.retryAfter();
        return page.status(THROTTLED).header(HttpHeaders.RETRY_AFTER, seconds(wait));
    }

    private static long seconds(@Nullable Duration wait) {
        return wait == null ? 1 : Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
