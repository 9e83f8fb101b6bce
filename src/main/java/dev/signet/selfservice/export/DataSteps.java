package dev.signet.selfservice.export;

import dev.signet.accounts.AccountAdministration;
import dev.signet.error.ErrorCode;
import dev.signet.error.RejectionReason;
import dev.signet.error.ServiceException;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.login.credentials.OwnCredentials;
import dev.signet.selfservice.AccountAccess;
import dev.signet.selfservice.AccountSubmission;
import dev.signet.selfservice.AccountVisit;
import dev.signet.selfservice.SubmittedCredentials;
import dev.signet.throttle.AttemptLimits;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Processes the forms of the page for the user's data. */
@ApplicationScoped
class DataSteps {

    private static final int BAD_REQUEST = 400;

    private final AccountAccess access;
    private final DataExport export;
    private final OwnCredentials credentials;
    private final AccountAdministration accounts;
    private final BrowserSessions sessions;
    private final AttemptLimits limits;
    private final SelfDeletionConfig config;

    DataSteps(
            AccountAccess access,
            DataExport export,
            OwnCredentials credentials,
            AccountAdministration accounts,
            BrowserSessions sessions,
            AttemptLimits limits,
            SelfDeletionConfig config) {
        this.access = access;
        this.export = export;
        this.credentials = credentials;
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
        this.config = config;
    }

    TemplateInstance page(AccountVisit visit) {
        return page(visit, "", "");
    }

    /** Returns the data as a file, or the page with a message after too many downloads. */
    ResponseBuilder<String> export(AccountSubmission form) {
        try {
            limits.countExport(form.accountId());
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            return access.render(page(form.visit(), DataState.EXPORT, DataState.THROTTLED))
                    .status(rejection.code().status());
        }
        return ResponseBuilder.ok(export.of(form.visit().account()), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"account.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /**
     * Deletes the account.
     *
     * @throws ServiceException {@code not_found} if users may not delete their account
     */
    ResponseBuilder<String> delete(AccountSubmission form) {
        if (!config.selfDeletion()) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "signet.accounts.self-deletion is off");
        }
        try {
            credentials.verify(form.accountId(), SubmittedCredentials.of(form));
            accounts.delete(form.accountId(), form.accountId());
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            return switch (rejection.code()) {
                case INVALID_CREDENTIALS, OTP_REQUIRED, INVALID_REQUEST ->
                    showAgain(form, DataState.WRONG, BAD_REQUEST);
                case LAST_ADMINISTRATOR ->
                    showAgain(
                            form, DataState.LAST_ADMINISTRATOR, rejection.code().status());
                case TOO_MANY_ATTEMPTS ->
                    showAgain(form, DataState.THROTTLED, rejection.code().status());
                default -> throw rejection;
            };
        }
        return access.render(DataTemplates.deleted()).cookie(sessions.removal());
    }

    private ResponseBuilder<String> showAgain(AccountSubmission form, String notice, int status) {
        return access.render(page(form.visit(), DataState.DELETION, notice)).status(status);
    }

    private TemplateInstance page(AccountVisit visit, String form, String notice) {
        boolean authenticator = !credentials.factors(visit.accountId()).items().isEmpty();
        return DataTemplates.data(visit.frame(), new DataState(form, notice, authenticator, config.selfDeletion()));
    }
}
