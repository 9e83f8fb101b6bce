package dev.signet.oauth.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.util.Optional;

/** Takes the forms by which somebody logs in to give a client its answer. */
@ApplicationScoped
class SignInSteps {

    private final AuthorizationFlow flow;
    private final LoginForms forms;

    SignInSteps(AuthorizationFlow flow, LoginForms forms) {
        this.flow = flow;
        this.forms = forms;
    }

    ResponseBuilder<String> password(SentForm form) {
        return repeated(form, Step.SIGN_IN).orElseGet(() -> firstPassword(form));
    }

    ResponseBuilder<String> secondFactor(SentForm form) {
        return repeated(form, Step.SECOND_FACTOR).orElseGet(() -> firstSecondFactor(form));
    }

    private Optional<ResponseBuilder<String>> repeated(SentForm form, Step step) {
        return form.says("cancel") ? Optional.empty() : flow.repeated(form, step);
    }

    private ResponseBuilder<String> firstPassword(SentForm form) {
        Submission submission = flow.submitted(form, Step.SIGN_IN);
        return form.says("cancel")
                ? flow.deny(submission)
                : after(
                        submission,
                        forms.password(
                                form, submission.transaction(), submission.browser(), Errand.of(submission.request())));
    }

    private ResponseBuilder<String> firstSecondFactor(SentForm form) {
        Submission submission = flow.submitted(form, Step.SECOND_FACTOR);
        return form.says("cancel")
                ? flow.deny(submission)
                : after(
                        submission,
                        forms.secondFactor(
                                form, submission.transaction(), submission.browser(), Errand.of(submission.request())));
    }

    private ResponseBuilder<String> after(Submission submission, LoginResult result) {
        if (result instanceof LoginResult.Done done) {
            return flow.proceed(submission, done.opened().session())
                    .cookie(done.opened().cookie());
        }
        return ((LoginResult.Again) result).page();
    }
}
