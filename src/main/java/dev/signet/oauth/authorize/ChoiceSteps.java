package dev.signet.oauth.authorize;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.browser.BrowserSession;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.oauth.authorize.transaction.AuthorizationStep;
import dev.signet.oauth.authorize.transaction.SubmittedForm;
import dev.signet.oauth.consent.ConsentService;
import dev.signet.oauth.request.AuthorizationRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Processing of the forms of a signed-in user: the choice of an account, and consent. */
@ApplicationScoped
class ChoiceSteps {

    private final AuthorizationFlow flow;
    private final BrowserSessions sessions;
    private final ConsentService consents;

    ChoiceSteps(AuthorizationFlow flow, BrowserSessions sessions, ConsentService consents) {
        this.flow = flow;
        this.sessions = sessions;
        this.consents = consents;
    }

    ResponseBuilder<String> submitAccountChoice(SubmittedForm form) {
        VerifiedSubmission submission = flow.verifySubmission(form, AuthorizationStep.SELECT_ACCOUNT);
        if (form.hasAction("cancel")) {
            return flow.deny(submission);
        }
        return form.hasAction("continue")
                ? flow.continueOrSignInAgain(submission, requirePageSession(submission))
                : flow.showSignIn(submission);
    }

    ResponseBuilder<String> submitConsent(SubmittedForm form) {
        VerifiedSubmission submission = flow.verifySubmission(form, AuthorizationStep.CONSENT);
        if (!form.hasAction("allow")) {
            return flow.deny(submission);
        }
        BrowserSession session = requirePageSession(submission);
        AuthorizationRequest request = submission.request();
        ResponseBuilder<String> response = flow.complete(submission, session);
        consents.grant(session.accountId(), request.client().id(), request.audience(), request.scope());
        return response;
    }

    // Another user may have signed in with this browser since the page was shown.
    private BrowserSession requirePageSession(VerifiedSubmission submission) {
        return sessions.current()
                .filter(session -> session.id().equals(submission.transaction().browserSessionId()))
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.PAGE_EXPIRED, "the browser session has changed since the page was opened"));
    }
}
