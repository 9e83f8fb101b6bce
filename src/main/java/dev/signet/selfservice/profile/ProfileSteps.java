package dev.signet.selfservice.profile;

import dev.signet.accounts.AccountAdministration;
import dev.signet.accounts.AccountChange;
import dev.signet.error.ErrorCode;
import dev.signet.error.RejectionReason;
import dev.signet.error.ServiceException;
import dev.signet.links.email.EmailChanges;
import dev.signet.links.mail.MailSetup;
import dev.signet.login.authentication.ReauthenticationCredentials;
import dev.signet.login.credentials.OwnCredentials;
import dev.signet.selfservice.AccountAccess;
import dev.signet.selfservice.AccountNotice;
import dev.signet.selfservice.AccountPage;
import dev.signet.selfservice.AccountSubmission;
import dev.signet.selfservice.AccountVisit;
import dev.signet.selfservice.SubmittedCredentials;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.util.Optional;

/** Processes the forms of the pages for the profile and the e-mail address. */
@ApplicationScoped
class ProfileSteps {

    private static final int BAD_REQUEST = 400;
    private static final String EMAIL = "email";

    private final AccountAccess access;
    private final AccountAdministration accounts;
    private final EmailChanges emailChanges;
    private final OwnCredentials credentials;
    private final MailSetup mail;

    ProfileSteps(
            AccountAccess access,
            AccountAdministration accounts,
            EmailChanges emailChanges,
            OwnCredentials credentials,
            MailSetup mail) {
        this.access = access;
        this.accounts = accounts;
        this.emailChanges = emailChanges;
        this.credentials = credentials;
        this.mail = mail;
    }

    TemplateInstance profile(AccountVisit visit) {
        return ProfileTemplates.profile(visit.frame(), ProfileState.of(visit.account(), mail.isConfigured()));
    }

    /** Changes the name, or removes it if the field is empty. */
    ResponseBuilder<String> rename(AccountSubmission form) {
        String name = form.text("name").strip();
        try {
            accounts.change(
                    form.accountId(),
                    AccountChange.ofName(Optional.of(name).filter(entered -> !entered.isEmpty())),
                    form.accountId());
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            if (rejection.code() != ErrorCode.INVALID_REQUEST) {
                throw rejection;
            }
            ProfileState state = ProfileState.of(form.visit().account(), mail.isConfigured());
            return access.render(ProfileTemplates.profile(form.visit().frame(), state.withRejectedName(name)))
                    .status(BAD_REQUEST);
        }
        return access.redirect(AccountPage.PROFILE, AccountNotice.PROFILE_SAVED);
    }

    TemplateInstance email(AccountVisit visit) {
        return ProfileTemplates.email(visit.frame(), new EmailState("", "", hasAuthenticator(visit), ""));
    }

    ResponseBuilder<String> changeEmail(AccountSubmission form) {
        String email = form.text(EMAIL);
        try {
            ReauthenticationCredentials entered = SubmittedCredentials.of(form);
            emailChanges.request(form.accountId(), form.sessionId(), email, entered);
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            return switch (rejection.code()) {
                case INVALID_CREDENTIALS, OTP_REQUIRED -> showAgain(form, EmailState.WRONG, BAD_REQUEST);
                case INVALID_REQUEST ->
                    showAgain(
                            form,
                            EMAIL.equals(rejection.members().get("member")) ? EmailState.INVALID : EmailState.WRONG,
                            BAD_REQUEST);
                case TOO_MANY_ATTEMPTS ->
                    showAgain(form, EmailState.THROTTLED, rejection.code().status());
                default -> throw rejection;
            };
        }
        return access.render(ProfileTemplates.emailSent(form.visit().frame(), email));
    }

    private ResponseBuilder<String> showAgain(AccountSubmission form, String notice, int status) {
        AccountVisit visit = form.visit();
        return access.render(ProfileTemplates.email(
                        visit.frame(),
                        new EmailState(EmailState.FORM, notice, hasAuthenticator(visit), form.text(EMAIL))))
                .status(status);
    }

    private boolean hasAuthenticator(AccountVisit visit) {
        return !credentials.factors(visit.accountId()).items().isEmpty();
    }
}
