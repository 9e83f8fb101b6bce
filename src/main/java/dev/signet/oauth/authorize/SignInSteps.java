package dev.signet.oauth.authorize;

import dev.signet.oauth.authorize.login.LoginForms;
import dev.signet.oauth.authorize.login.LoginResult;
import dev.signet.oauth.authorize.transaction.AuthorizationStep;
import dev.signet.oauth.authorize.transaction.SubmittedForm;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.util.Optional;

/** Processing of the sign-in forms of authorization requests. */
@ApplicationScoped
class SignInSteps {

    private final AuthorizationFlow flow;
    private final LoginForms forms;

    SignInSteps(AuthorizationFlow flow, LoginForms forms) {
        this.flow = flow;
        this.forms = forms;
    }

    ResponseBuilder<String> submitPassword(SubmittedForm form) {
        return respondToRepeatedForm(form, AuthorizationStep.SIGN_IN).orElseGet(() -> submitFirstPassword(form));
    }

    ResponseBuilder<String> submitSecondFactor(SubmittedForm form) {
        return respondToRepeatedForm(form, AuthorizationStep.SECOND_FACTOR)
                .orElseGet(() -> submitNewSecondFactor(form));
    }

    private Optional<ResponseBuilder<String>> respondToRepeatedForm(SubmittedForm form, AuthorizationStep step) {
        return form.hasAction("cancel") ? Optional.empty() : flow.respondToRepeatedForm(form, step);
    }

    private ResponseBuilder<String> submitFirstPassword(SubmittedForm form) {
        VerifiedSubmission submission = flow.verifySubmission(form, AuthorizationStep.SIGN_IN);
        return form.hasAction("cancel")
                ? flow.deny(submission)
                : respond(
                        submission,
                        forms.submitPassword(
                                form,
                                submission.transaction(),
                                submission.browser(),
                                StepPages.createLoginContext(submission.request())));
    }

    private ResponseBuilder<String> submitNewSecondFactor(SubmittedForm form) {
        VerifiedSubmission submission = flow.verifySubmission(form, AuthorizationStep.SECOND_FACTOR);
        return form.hasAction("cancel")
                ? flow.deny(submission)
                : respond(
                        submission,
                        forms.submitSecondFactor(
                                form,
                                submission.transaction(),
                                submission.browser(),
                                StepPages.createLoginContext(submission.request())));
    }

    private ResponseBuilder<String> respond(VerifiedSubmission submission, LoginResult result) {
        if (result instanceof LoginResult.SignedIn signedIn) {
            return flow.continueAfterLogin(submission, signedIn.opened().session())
                    .cookie(signedIn.opened().cookie());
        }
        return ((LoginResult.ShowPage) result).page();
    }
}
