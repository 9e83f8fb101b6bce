package dev.signet.oauth.authorize.device;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.error.ErrorCode;
import dev.signet.error.RejectionReason;
import dev.signet.error.ServiceException;
import dev.signet.login.browser.BrowserSession;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.oauth.authorize.StepPages;
import dev.signet.oauth.authorize.login.LoginContext;
import dev.signet.oauth.authorize.login.LoginForms;
import dev.signet.oauth.authorize.login.LoginPages;
import dev.signet.oauth.authorize.login.LoginResult;
import dev.signet.oauth.authorize.page.AuthorizeTemplates;
import dev.signet.oauth.authorize.transaction.AuthorizationStep;
import dev.signet.oauth.authorize.transaction.AuthorizationTransaction;
import dev.signet.oauth.authorize.transaction.AuthorizationTransactions;
import dev.signet.oauth.authorize.transaction.SubmittedForm;
import dev.signet.oauth.device.DeviceApproval;
import dev.signet.oauth.device.DeviceGrants;
import dev.signet.oauth.device.PendingDevice;
import dev.signet.oauth.request.PresentedRequest;
import dev.signet.oauth.request.RequestParameters;
import dev.signet.pages.Branding;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.FormBinding;
import dev.signet.pages.FormBindings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Flow of the device pages: sign-in, entry of the user code, display of the requesting device, decision. */
@ApplicationScoped
class DeviceSteps {

    private static final String USER_CODE = "user_code";
    private static final int MAX_CODE = 40;
    private static final int BAD_REQUEST = 400;

    private final AuthorizationTransactions transactions;
    private final FormBinding binding;
    private final BrowserSessions sessions;
    private final LoginForms forms;
    private final LoginPages pages;
    private final StepPages stepPages;
    private final DeviceGrants devices;
    private final Clients clients;
    private final AccountService accounts;
    private final Branding branding;

    DeviceSteps(
            AuthorizationTransactions transactions,
            FormBindings bindings,
            BrowserSessions sessions,
            LoginForms forms,
            LoginPages pages,
            StepPages stepPages,
            DeviceGrants devices,
            Clients clients,
            AccountService accounts,
            Branding branding) {
        this.transactions = transactions;
        this.binding = bindings.withCookie(AuthorizationTransactions.BROWSER_COOKIE);
        this.sessions = sessions;
        this.forms = forms;
        this.pages = pages;
        this.stepPages = stepPages;
        this.devices = devices;
        this.clients = clients;
        this.accounts = accounts;
        this.branding = branding;
    }

    /** Shows the page for the user code, or the sign-in page if no user is signed in. */
    ResponseBuilder<String> begin(String userCode) {
        String enteredCode = userCode.length() <= MAX_CODE ? userCode : "";
        PresentedRequest request =
                new PresentedRequest(RequestParameters.of(Map.of(USER_CODE, List.of(enteredCode))), null);
        String browserSecret = binding.secretOrNew();
        Optional<BrowserSession> session = sessions.current();
        AuthorizationTransaction transaction = transactions.open(
                request,
                session.isPresent() ? AuthorizationStep.DEVICE_CODE : AuthorizationStep.DEVICE_SIGN_IN,
                browserSecret,
                session.map(BrowserSession::id).orElse(null));
        ResponseBuilder<String> page = session.isPresent()
                ? codePage(transaction, enteredCode, LoginPages.NO_NOTICE)
                : pages.signIn(createLoginContext(branding.getName()), transaction, "", LoginPages.NO_NOTICE);
        return page.cookie(binding.cookie(browserSecret));
    }

    ResponseBuilder<String> submitPassword(SubmittedForm form) {
        return respondToRepeatedForm(form, AuthorizationStep.DEVICE_SIGN_IN).orElseGet(() -> submitFirstPassword(form));
    }

    ResponseBuilder<String> submitSecondFactor(SubmittedForm form) {
        return respondToRepeatedForm(form, AuthorizationStep.DEVICE_SECOND_FACTOR)
                .orElseGet(() -> submitNewSecondFactor(form));
    }

    /** Returns the page after a form that this browser has sent before and whose session is live. */
    private Optional<ResponseBuilder<String>> respondToRepeatedForm(SubmittedForm form, AuthorizationStep step) {
        Optional<UUID> session = sessions.current()
                .filter(live -> accounts.find(live.accountId())
                        .filter(form::hasOtherUsername)
                        .isEmpty())
                .map(BrowserSession::id);
        return transactions
                .findAdvanced(form, step, binding.secret())
                .filter(advanced -> advanced.step() == AuthorizationStep.DEVICE_CODE && !form.hasAction("cancel"))
                .filter(advanced -> session.isPresent() && session.get().equals(advanced.browserSessionId()))
                .map(advanced -> codePage(
                        transactions.advance(
                                advanced,
                                AuthorizationStep.DEVICE_CODE,
                                browserSecret(),
                                advanced.browserSessionId(),
                                null),
                        advanced.request().parameters().single(USER_CODE).orElse(""),
                        LoginPages.NO_NOTICE));
    }

    private ResponseBuilder<String> submitFirstPassword(SubmittedForm form) {
        AuthorizationTransaction transaction =
                transactions.find(form, AuthorizationStep.DEVICE_SIGN_IN, binding.secret());
        return form.hasAction("cancel")
                ? finish(transaction, false)
                : respond(
                        transaction,
                        forms.submitPassword(
                                form, transaction, browserSecret(), createLoginContext(branding.getName())));
    }

    private ResponseBuilder<String> submitNewSecondFactor(SubmittedForm form) {
        AuthorizationTransaction transaction =
                transactions.find(form, AuthorizationStep.DEVICE_SECOND_FACTOR, binding.secret());
        return form.hasAction("cancel")
                ? finish(transaction, false)
                : respond(
                        transaction,
                        forms.submitSecondFactor(
                                form, transaction, browserSecret(), createLoginContext(branding.getName())));
    }

    /** Shows the device of the entered code and asks for a decision. */
    ResponseBuilder<String> submitCode(SubmittedForm form) {
        AuthorizationTransaction transaction = transactions.find(form, AuthorizationStep.DEVICE_CODE, binding.secret());
        BrowserSession session = requirePageSession(transaction);
        String enteredCode = form.field(USER_CODE).orElse("");
        Optional<PendingDevice> device;
        try {
            device = devices.find(session.accountId(), enteredCode);
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            if (rejection.code() != ErrorCode.TOO_MANY_ATTEMPTS) {
                throw rejection;
            }
            return codePage(transaction, enteredCode, LoginPages.THROTTLED)
                    .status(rejection.code().status());
        }
        Optional<Client> client = device.flatMap(pending -> clients.find(pending.clientId()));
        if (device.isEmpty() || client.isEmpty()) {
            RejectionReason.store(ErrorCode.INVALID_GRANT, "the user_code is unknown or expired");
            return codePage(transaction, enteredCode, LoginPages.WRONG).status(BAD_REQUEST);
        }
        AuthorizationTransaction advanced = transactions.advance(
                transaction, AuthorizationStep.DEVICE_DECISION, browserSecret(), session.id(), null);
        LoginContext loginContext = createLoginContext(client.get().name());
        return pages.show(
                loginContext,
                AuthorizeTemplates.deviceDecision(
                        pages.form(loginContext, advanced, "/decision"),
                        enteredCode,
                        device.get().origin().ipAddress(),
                        accounts.find(session.accountId())
                                .map(Account::username)
                                .orElse(""),
                        List.copyOf(device.get().scope().tokens()),
                        stepPages.withoutUserInfo(device.get().audience())));
    }

    /** Approves or denies the device. */
    ResponseBuilder<String> submitDecision(SubmittedForm form) {
        AuthorizationTransaction transaction =
                transactions.find(form, AuthorizationStep.DEVICE_DECISION, binding.secret());
        BrowserSession session = requirePageSession(transaction);
        PendingDevice device = form.field(USER_CODE)
                .flatMap(code -> devices.find(session.accountId(), code))
                .orElseThrow(() -> new ServiceException(ErrorCode.PAGE_EXPIRED, "the device code has expired"));
        boolean allowed = form.hasAction("allow");
        ResponseBuilder<String> page = finish(transaction, allowed);
        boolean decided = allowed ? approve(device, session) : devices.deny(device.id(), session.accountId());
        if (!decided) {
            throw new ServiceException(ErrorCode.PAGE_EXPIRED, "the device code was already approved or denied");
        }
        return page;
    }

    private boolean approve(PendingDevice device, BrowserSession session) {
        DeviceApproval approval =
                new DeviceApproval(session.accountId(), device.scope(), session.authenticationContext(), session.id());
        return QuarkusTransaction.joiningExisting().call(() -> {
            sessions.lock(session);
            return devices.approve(device.id(), approval);
        });
    }

    private ResponseBuilder<String> respond(AuthorizationTransaction transaction, LoginResult result) {
        if (result instanceof LoginResult.SignedIn signedIn) {
            AuthorizationTransaction advanced = transactions.advance(
                    transaction,
                    AuthorizationStep.DEVICE_CODE,
                    browserSecret(),
                    signedIn.opened().session().id(),
                    null);
            String enteredCode =
                    transaction.request().parameters().single(USER_CODE).orElse("");
            return codePage(advanced, enteredCode, LoginPages.NO_NOTICE)
                    .cookie(signedIn.opened().cookie());
        }
        return ((LoginResult.ShowPage) result).page();
    }

    private ResponseBuilder<String> codePage(AuthorizationTransaction transaction, String enteredCode, String notice) {
        LoginContext loginContext = createLoginContext(branding.getName());
        return pages.show(
                loginContext,
                AuthorizeTemplates.deviceCode(pages.form(loginContext, transaction, "/code"), enteredCode, notice));
    }

    private ResponseBuilder<String> finish(AuthorizationTransaction transaction, boolean allowed) {
        transactions.finish(transaction);
        return pages.show(createLoginContext(branding.getName()), AuthorizeTemplates.deviceDone(allowed));
    }

    // Another user may have signed in with this browser since the page was shown.
    private BrowserSession requirePageSession(AuthorizationTransaction transaction) {
        return sessions.current()
                .filter(session -> session.id().equals(transaction.browserSessionId()))
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.PAGE_EXPIRED, "the browser session has changed since the page was opened"));
    }

    private String browserSecret() {
        return binding.requiredSecret();
    }

    private static LoginContext createLoginContext(String name) {
        return new LoginContext(
                DeviceResource.PATH,
                name,
                "device",
                null,
                ContentPolicy.STRICT,
                AuthorizationStep.DEVICE_SIGN_IN,
                AuthorizationStep.DEVICE_SECOND_FACTOR);
    }
}
