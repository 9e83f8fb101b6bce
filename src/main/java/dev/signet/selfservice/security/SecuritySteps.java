package dev.signet.selfservice.security;

import dev.signet.accounts.factor.Enrolment;
import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.error.ErrorCode;
import dev.signet.error.RejectionReason;
import dev.signet.error.ServiceException;
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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Processes the forms of the page for credentials. A form with wrong credentials is shown again. */
@ApplicationScoped
class SecuritySteps {

    private static final int BAD_REQUEST = 400;

    private final AccountAccess access;
    private final OwnCredentials credentials;
    private final PasskeySteps passkeys;

    SecuritySteps(AccountAccess access, OwnCredentials credentials, PasskeySteps passkeys) {
        this.access = access;
        this.credentials = credentials;
        this.passkeys = passkeys;
    }

    TemplateInstance page(AccountVisit visit) {
        return page(visit, "", "", "");
    }

    ResponseBuilder<String> changePassword(AccountSubmission form) {
        return orShowAgain(form, SecurityState.PASSWORD, () -> {
            credentials.changePassword(
                    form.accountId(), form.text("current_password"), form.text("new_password"), form.sessionId());
            return access.replaceCookie(access.redirect(AccountPage.SECURITY, AccountNotice.PASSWORD_CHANGED), form);
        });
    }

    ResponseBuilder<String> startPasskey(AccountSubmission form) {
        return orShowAgain(form, SecurityState.PASSKEY, () -> passkeys.start(form));
    }

    ResponseBuilder<String> enrol(AccountSubmission form) {
        return orShowAgain(form, SecurityState.ENROLMENT, () -> {
            Enrolment enrolment = credentials.enrol(form.accountId(), SubmittedCredentials.of(form));
            return access.render(SecurityTemplates.authenticator(
                    form.visit().frame(), QrImage.of(enrolment.uri()), grouped(enrolment.secret())));
        });
    }

    /** Confirms the app. The page for a wrong code has no QR code, because the secret is returned only once. */
    ResponseBuilder<String> confirm(AccountSubmission form) {
        List<String> codes;
        try {
            codes = credentials.confirm(
                    form.accountId(), PresentedFactor.requiredOfForm(form.text("otp"), ""), form.sessionId());
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            return switch (rejection.code()) {
                case INVALID_CREDENTIALS, INVALID_REQUEST ->
                    access.render(SecurityTemplates.authenticator(form.visit().frame(), "", ""))
                            .status(BAD_REQUEST);
                case NOT_FOUND -> showAgain(form, SecurityState.ENROLMENT, SecurityState.EXPIRED, BAD_REQUEST);
                default -> throw rejection;
            };
        }
        return access.replaceCookie(recoveryCodes(form, codes, true), form);
    }

    ResponseBuilder<String> replaceRecoveryCodes(AccountSubmission form) {
        return orShowAgain(
                form,
                SecurityState.RECOVERY,
                () -> recoveryCodes(
                        form,
                        credentials.replaceRecoveryCodes(form.accountId(), SubmittedCredentials.of(form)),
                        false));
    }

    ResponseBuilder<String> remove(AccountSubmission form) {
        return orShowAgain(form, SecurityState.REMOVAL, () -> {
            credentials.removeFactors(
                    form.accountId(), factorId(form), SubmittedCredentials.of(form), form.sessionId());
            return access.replaceCookie(
                    access.redirect(AccountPage.SECURITY, AccountNotice.AUTHENTICATOR_REMOVED), form);
        });
    }

    private static UUID factorId(AccountSubmission form) {
        try {
            return UUID.fromString(form.text("factor"));
        } catch (IllegalArgumentException e) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "the id of the second factor is malformed");
        }
    }

    private ResponseBuilder<String> recoveryCodes(AccountSubmission form, List<String> codes, boolean enrolled) {
        String text = String.join("\n", codes) + "\n";
        String file = "data:text/plain;charset=utf-8,"
                + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return access.render(SecurityTemplates.recoveryCodes(form.visit().frame(), codes, file, enrolled));
    }

    private ResponseBuilder<String> orShowAgain(
            AccountSubmission form, String name, Supplier<ResponseBuilder<String>> action) {
        try {
            return action.get();
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            return switch (rejection.code()) {
                case INVALID_CREDENTIALS, OTP_REQUIRED, INVALID_REQUEST ->
                    showAgain(form, name, SecurityState.WRONG, BAD_REQUEST);
                case PASSWORD_REFUSED -> showAgain(form, name, SecurityState.REJECTED, BAD_REQUEST);
                case TOO_MANY_ATTEMPTS ->
                    showAgain(
                            form,
                            name,
                            SecurityState.THROTTLED,
                            rejection.code().status());
                default -> throw rejection;
            };
        }
    }

    private ResponseBuilder<String> showAgain(AccountSubmission form, String name, String notice, int status) {
        return access.render(page(form.visit(), name, notice, ""), PasskeySteps.POLICY)
                .status(status);
    }

    /** Processes a form for passkeys. A rejected one shows the page again with a message. */
    ResponseBuilder<String> submitPasskey(
            AccountSubmission form, Function<AccountSubmission, ResponseBuilder<String>> action) {
        try {
            return action.apply(form);
        } catch (ServiceException rejection) {
            String notice = PasskeySteps.noticeOf(rejection);
            return access.render(page(form.visit(), "", "", notice), PasskeySteps.POLICY)
                    .status(BAD_REQUEST);
        }
    }

    private TemplateInstance page(AccountVisit visit, String form, String notice, String passkeyNotice) {
        return SecurityTemplates.security(
                visit.frame(),
                SecurityState.of(credentials.factors(visit.accountId()), form, notice, visit.language()),
                passkeys.state(visit, passkeyNotice));
    }

    // Groups of four characters are easier to copy by hand; authenticator apps ignore the spaces.
    private static String grouped(String secret) {
        return String.join(" ", secret.split("(?<=\\G.{4})"));
    }
}
