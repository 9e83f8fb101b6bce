package dev.signet.selfservice;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.error.ErrorCode;
import dev.signet.error.RejectionReason;
import dev.signet.login.browser.BrowserSession;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.pages.Branding;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.FormFields;
import dev.signet.pages.FormToken;
import dev.signet.pages.Languages;
import dev.signet.pages.Pages;
import dev.signet.secrets.InstallationKey;
import dev.signet.web.body.RequiredBody;
import dev.signet.web.caller.Caller;
import dev.signet.web.http.HostCookies;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The only access to account pages. A page is shown, and a form is processed, only for the user who is signed in with
 * the browser session of the request. A sensitive page also requires a recent login. Other requests are redirected to
 * the sign-in page.
 */
@ApplicationScoped
public class AccountAccess {

    private static final String NOTICE = "signet-notice";
    private static final String NO_NOTICE = "";

    private final BrowserSessions sessions;
    private final AccountService accounts;
    private final Pages pages;
    private final Branding branding;
    private final HostCookies cookies;
    private final Caller caller;
    private final SelfServiceConfig config;
    private final Clock clock;
    private final byte[] key;

    AccountAccess(
            BrowserSessions sessions,
            AccountService accounts,
            Pages pages,
            Branding branding,
            HostCookies cookies,
            Caller caller,
            InstallationKey installation,
            SelfServiceConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.pages = pages;
        this.branding = branding;
        this.cookies = cookies;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
        this.key = installation.derive("signet account forms");
    }

    /** Shows a page to the signed-in user, with the message about the action before the redirect. */
    public RestResponse<String> show(AccountPage page, Function<AccountVisit, TemplateInstance> view) {
        return show(page, ContentPolicy.STRICT, view);
    }

    /** Shows a page like {@link #show(AccountPage, Function)}, with a content policy of its own. */
    public RestResponse<String> show(
            AccountPage page, ContentPolicy policy, Function<AccountVisit, TemplateInstance> view) {
        Optional<AccountNotice> notice = cookies.value(NOTICE).flatMap(AccountNotice::ofWire);
        AccountVisit visit = findVisit(
                page, config.maxLoginAge(), notice.map(AccountNotice::wire).orElse(NO_NOTICE));
        if (visit == null) {
            return signIn(page).build();
        }
        ResponseBuilder<String> response = render(view.apply(visit), policy);
        return notice.isPresent() ? response.cookie(cookies.removal(NOTICE)).build() : response.build();
    }

    /**
     * Processes a form of a page.
     *
     * @throws dev.signet.error.ServiceException {@code page_expired} if the form was not shown to this browser session
     */
    public RestResponse<String> submit(
            AccountPage page,
            @Nullable MultivaluedMap<String, String> form,
            Function<AccountSubmission, ResponseBuilder<String>> action) {
        return submit(page, config.maxLoginAge(), form, action);
    }

    /**
     * Processes a form of a sensitive page like {@link #submit(AccountPage, MultivaluedMap, Function)}, for an action
     * with a maximum age of the login of its own. The shorter one applies.
     *
     * @throws dev.signet.error.ServiceException {@code page_expired} if the form was not shown to this browser session
     */
    public RestResponse<String> submit(
            AccountPage page,
            Duration maxLoginAge,
            @Nullable MultivaluedMap<String, String> form,
            Function<AccountSubmission, ResponseBuilder<String>> action) {
        FormFields fields = new FormFields(RequiredBody.of(form));
        AccountVisit visit = findVisit(page, maxLoginAge, NO_NOTICE);
        if (visit == null) {
            RejectionReason.store(
                    ErrorCode.AUTHENTICATION_REQUIRED, "the form requires a session or a more recent login");
            return signIn(page).build();
        }
        FormToken.require(fields.find("csrf").orElse(""), key, purpose(visit.sessionId()));
        return action.apply(new AccountSubmission(visit, fields)).build();
    }

    /** Renders a page in response to a form, such as the form again with a message. */
    public ResponseBuilder<String> render(TemplateInstance page) {
        return render(page, ContentPolicy.STRICT);
    }

    /** Renders a page like {@link #render(TemplateInstance)}, with a content policy of its own. */
    public ResponseBuilder<String> render(TemplateInstance page, ContentPolicy policy) {
        return pages.show(page, null, policy);
    }

    /** Redirects to a page after a completed action, with a message. */
    public ResponseBuilder<String> redirect(AccountPage page, AccountNotice notice) {
        return redirect(page.path()).cookie(cookies.of(NOTICE, notice.wire()));
    }

    /**
     * Adds a new session cookie to the response to a change of credentials. A copy of the former cookie becomes invalid.
     *
     * @throws dev.signet.error.ServiceException {@code page_expired} if the session has ended
     */
    public ResponseBuilder<String> replaceCookie(ResponseBuilder<String> response, AccountSubmission form) {
        return response.cookie(sessions.replaceCookie(form.visit().session()));
    }

    /** Shows the page after sign-out and removes the session cookie. */
    public ResponseBuilder<String> signedOut() {
        return pages.signedOut(null).cookie(sessions.removal());
    }

    // With status 303, a reload of the page does not repeat the form.
    private ResponseBuilder<String> redirect(String path) {
        return ResponseBuilder.<String>create(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, branding.path(path))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private ResponseBuilder<String> signIn(AccountPage page) {
        return redirect(SignInPageResource.PATH + "?return_to=" + page.path());
    }

    private @Nullable AccountVisit findVisit(AccountPage page, Duration maxLoginAge, String notice) {
        BrowserSession session = sessions.current()
                .filter(found ->
                        !page.isSensitive() || (isWithin(config.maxLoginAge(), found) && isWithin(maxLoginAge, found)))
                .orElse(null);
        if (session == null) {
            return null;
        }
        return accounts.findActive(session.accountId())
                .map(account -> visit(page, account, session, notice))
                .orElse(null);
    }

    private AccountVisit visit(AccountPage page, Account account, BrowserSession session, String notice) {
        String csrf = FormToken.of(key, purpose(session.id()));
        return new AccountVisit(
                account,
                session,
                new AccountFrame(account.username(), page.wire(), notice, csrf),
                Languages.choose(null, caller.acceptLanguage()));
    }

    private boolean isWithin(Duration maxLoginAge, BrowserSession session) {
        return session.authenticationContext().authTime().plus(maxLoginAge).isAfter(clock.instant());
    }

    private static String purpose(UUID session) {
        return "account " + session;
    }
}
