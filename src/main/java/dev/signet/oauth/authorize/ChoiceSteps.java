package dev.signet.oauth.authorize;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.browser.BrowserSession;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.oauth.consent.ConsentService;
import dev.signet.oauth.request.AuthorizationRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Takes the forms of somebody who is logged in: as whom to go on, and what to allow. */
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

    ResponseBuilder<String> account(SentForm form) {
        Submission submission = flow.submitted(form, Step.SELECT_ACCOUNT);
        if (form.says("cancel")) {
            return flow.deny(submission);
        }
        return form.says("continue") ? flow.goOn(submission, whoWasAsked(submission)) : flow.signIn(submission);
    }

    ResponseBuilder<String> consent(SentForm form) {
        Submission submission = flow.submitted(form, Step.CONSENT);
        if (!form.says("allow")) {
            return flow.deny(submission);
        }
        BrowserSession session = whoWasAsked(submission);
        AuthorizationRequest request = submission.request();
        ResponseBuilder<String> answer = flow.complete(submission, session);
        consents.grant(session.accountId(), request.client().id(), request.audience(), request.scope());
        return answer;
    }

    // Somebody else may have logged in with this browser since the page was shown.
    private BrowserSession whoWasAsked(Submission submission) {
        return sessions.current()
                .filter(session -> session.id().equals(submission.transaction().browserSessionId()))
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.PAGE_EXPIRED, "the browser session has changed since the page was opened"));
    }
}
