package dev.signet.selfservice.security;

import dev.signet.error.RejectionReason;
import dev.signet.error.ServiceException;
import dev.signet.login.credentials.OwnCredentials;
import dev.signet.login.passkeys.PasskeyPrompt;
import dev.signet.login.passkeys.PasskeyRegistration;
import dev.signet.login.passkeys.PasskeyService;
import dev.signet.login.passkeys.webauthn.AttestationResponse;
import dev.signet.pages.ContentPolicy;
import dev.signet.selfservice.AccountAccess;
import dev.signet.selfservice.AccountNotice;
import dev.signet.selfservice.AccountPage;
import dev.signet.selfservice.AccountSubmission;
import dev.signet.selfservice.AccountVisit;
import dev.signet.selfservice.SubmittedCredentials;
import dev.signet.tokens.grant.AuthenticationContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.util.UUID;

/** Processes the forms for passkeys. */
@ApplicationScoped
class PasskeySteps {

    static final ContentPolicy POLICY = ContentPolicy.STRICT.with(PasskeyPrompt.SCRIPT);

    private static final int MAX_CREDENTIAL = 48 * 1024;

    private final AccountAccess access;
    private final OwnCredentials credentials;
    private final PasskeyRegistration registration;
    private final PasskeyService passkeys;

    PasskeySteps(
            AccountAccess access,
            OwnCredentials credentials,
            PasskeyRegistration registration,
            PasskeyService passkeys) {
        this.access = access;
        this.credentials = credentials;
        this.registration = registration;
        this.passkeys = passkeys;
    }

    /** Returns the passkeys of the account, with the message of a rejected form. */
    PasskeyState state(AccountVisit visit, String notice) {
        return new PasskeyState(
                passkeys.list(visit.accountId()).stream()
                        .map(passkey -> PasskeyEntry.of(passkey, visit.language()))
                        .toList(),
                passkeys.acceptedCredentials(visit.accountId()),
                credentials.isPasswordRequired(visit.accountId(), byPasskey(visit)),
                notice);
    }

    private static boolean byPasskey(AccountVisit visit) {
        return visit.session().authenticationContext().satisfies(AuthenticationContext.PHISHING_RESISTANT);
    }

    /** Shows the page that creates a passkey. */
    ResponseBuilder<String> start(AccountSubmission form) {
        PasskeyPrompt prompt = PasskeyPrompt.of(credentials.startPasskey(
                form.accountId(), form.sessionId(), byPasskey(form.visit()), () -> SubmittedCredentials.of(form)));
        return access.render(SecurityTemplates.newPasskey(form.visit().frame(), prompt), POLICY);
    }

    /** Registers the passkey that the script of the page created. */
    ResponseBuilder<String> add(AccountSubmission form) {
        String name = form.text("name");
        registration.finish(
                form.accountId(),
                form.sessionId(),
                form.text("ceremony"),
                AttestationResponse.ofText(form.text("credential", MAX_CREDENTIAL)),
                name.isBlank() ? null : name);
        return access.replaceCookie(access.redirect(AccountPage.SECURITY, AccountNotice.PASSKEY_ADDED), form);
    }

    ResponseBuilder<String> rename(AccountSubmission form, UUID id) {
        passkeys.rename(form.accountId(), id, form.text("name"));
        return access.redirect(AccountPage.SECURITY, AccountNotice.PASSKEY_RENAMED);
    }

    ResponseBuilder<String> remove(AccountSubmission form, UUID id) {
        passkeys.remove(form.accountId(), id, form.sessionId());
        return access.replaceCookie(access.redirect(AccountPage.SECURITY, AccountNotice.PASSKEY_REMOVED), form);
    }

    /** Returns the message of a rejection; throws the rejection again if the page has no message for it. */
    static String noticeOf(ServiceException rejection) {
        RejectionReason.store(rejection);
        return switch (rejection.code()) {
            case LIMIT_REACHED -> PasskeyState.LIMIT;
            case LAST_SIGN_IN_METHOD -> PasskeyState.LAST;
            case INVALID_GRANT, CONFLICT -> PasskeyState.FAILED;
            case INVALID_REQUEST ->
                "name".equals(rejection.members().get("member")) ? PasskeyState.NAME : PasskeyState.FAILED;
            default -> throw rejection;
        };
    }
}
