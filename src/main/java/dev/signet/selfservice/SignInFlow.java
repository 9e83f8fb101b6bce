package dev.signet.selfservice;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.login.browser.BrowserSession;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.oauth.authorize.login.LoginContext;
import dev.signet.oauth.authorize.login.LoginForms;
import dev.signet.oauth.authorize.login.LoginPages;
import dev.signet.oauth.authorize.login.LoginResult;
import dev.signet.oauth.authorize.transaction.AuthorizationStep;
import dev.signet.oauth.authorize.transaction.AuthorizationTransaction;
import dev.signet.oauth.authorize.transaction.AuthorizationTransactions;
import dev.signet.oauth.authorize.transaction.SubmittedForm;
import dev.signet.oauth.request.PresentedRequest;
import dev.signet.oauth.request.RequestParameters;
import dev.signet.pages.Branding;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.FormBinding;
import dev.signet.pages.FormBindings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sign-in to account pages, by the same forms as for clients. It opens the same browser session. */
@ApplicationScoped
class SignInFlow {

    private static final String RETURN_TO = "return_to";

    private final AuthorizationTransactions transactions;
    private final FormBinding binding;
    private final BrowserSessions sessions;
    private final LoginForms forms;
    private final LoginPages pages;
    private final AccountService accounts;
    private final Branding branding;

    SignInFlow(
            AuthorizationTransactions transactions,
            FormBindings bindings,
            BrowserSessions sessions,
            LoginForms forms,
            LoginPages pages,
            AccountService accounts,
            Branding branding) {
        this.transactions = transactions;
        this.binding = bindings.withCookie(AuthorizationTransactions.BROWSER_COOKIE);
        this.sessions = sessions;
        this.forms = forms;
        this.pages = pages;
        this.accounts = accounts;
        this.branding = branding;
    }

    /** Shows the sign-in page, also to a signed-in user, whose login becomes recent again. */
    ResponseBuilder<String> begin(AccountPage returnTo) {
        PresentedRequest request =
                new PresentedRequest(RequestParameters.of(Map.of(RETURN_TO, List.of(returnTo.path()))), null);
        String browser = binding.secretOrNew();
        Optional<BrowserSession> session = sessions.current();
        // Without the session, so that the limit of pages applies to signed-in users too.
        AuthorizationTransaction transaction =
                transactions.open(request, AuthorizationStep.ACCOUNT_SIGN_IN, browser, null);
        String username = session.flatMap(current -> accounts.find(current.accountId()))
                .map(Account::username)
                .orElse("");
        return pages.signIn(createLoginContext(), transaction, username, LoginPages.NO_NOTICE)
                .cookie(binding.cookie(browser));
    }

    ResponseBuilder<String> submitPassword(SubmittedForm form) {
        if (isRepeated(form, AuthorizationStep.ACCOUNT_SIGN_IN)) {
            return redirect(AccountPage.OVERVIEW.path());
        }
        AuthorizationTransaction transaction =
                transactions.find(form, AuthorizationStep.ACCOUNT_SIGN_IN, binding.secret());
        return form.hasAction("cancel")
                ? cancel(transaction)
                : respond(
                        transaction,
                        forms.submitPassword(form, transaction, binding.requiredSecret(), createLoginContext()));
    }

    ResponseBuilder<String> submitSecondFactor(SubmittedForm form) {
        if (isRepeated(form, AuthorizationStep.ACCOUNT_FACTOR)) {
            return redirect(AccountPage.OVERVIEW.path());
        }
        AuthorizationTransaction transaction =
                transactions.find(form, AuthorizationStep.ACCOUNT_FACTOR, binding.secret());
        return form.hasAction("cancel")
                ? cancel(transaction)
                : respond(
                        transaction,
                        forms.submitSecondFactor(form, transaction, binding.requiredSecret(), createLoginContext()));
    }

    /** Returns whether this browser has sent the form before and is signed in by it. */
    private boolean isRepeated(SubmittedForm form, AuthorizationStep step) {
        return !form.hasAction("cancel")
                && sessions.current()
                        .filter(live -> accounts.find(live.accountId())
                                .filter(form::hasOtherUsername)
                                .isEmpty())
                        .flatMap(live -> transactions
                                .findAdvanced(form, step, binding.secret())
                                .filter(advanced -> advanced.step() == AuthorizationStep.COMPLETED)
                                .filter(advanced -> live.id().equals(advanced.browserSessionId())))
                        .isPresent();
    }

    private ResponseBuilder<String> respond(AuthorizationTransaction transaction, LoginResult result) {
        if (result instanceof LoginResult.SignedIn signedIn) {
            transactions.complete(transaction, signedIn.opened().session().id());
            AccountPage page = AccountPage.ofPath(
                    transaction.request().parameters().single(RETURN_TO).orElse(""));
            return redirect(page.path()).cookie(signedIn.opened().cookie());
        }
        return ((LoginResult.ShowPage) result).page();
    }

    private ResponseBuilder<String> cancel(AuthorizationTransaction transaction) {
        transactions.finish(transaction);
        return redirect("/");
    }

    private ResponseBuilder<String> redirect(String path) {
        return ResponseBuilder.<String>create(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, branding.path(path))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private LoginContext createLoginContext() {
        return new LoginContext(
                AccountPage.ROOT,
                branding.getName(),
                sessions.clientId(),
                null,
                ContentPolicy.STRICT,
                AuthorizationStep.ACCOUNT_SIGN_IN,
                AuthorizationStep.ACCOUNT_FACTOR);
    }
}
