package dev.signet.oauth.authorize;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.error.ErrorCode;
import dev.signet.error.RefusalReason;
import dev.signet.error.ServiceException;
import dev.signet.login.browser.BrowserSession;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.oauth.device.Approval;
import dev.signet.oauth.device.DeviceGrants;
import dev.signet.oauth.device.WaitingDevice;
import dev.signet.oauth.request.PresentedRequest;
import dev.signet.oauth.request.RequestParameters;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.Look;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Leads a person from a device's code to the decision about it: log in, type the code, look who asks for what, decide. */
@ApplicationScoped
class DeviceSteps {

    private static final String USER_CODE = "user_code";
    private static final int MAX_CODE = 40;
    private static final int UNACCEPTED = 400;

    private final Transactions transactions;
    private final BrowserBinding binding;
    private final BrowserSessions sessions;
    private final LoginForms forms;
    private final LoginPages pages;
    private final StepPages stepPages;
    private final DeviceGrants devices;
    private final Clients clients;
    private final AccountService accounts;
    private final Look look;

    DeviceSteps(
            Transactions transactions,
            BrowserBinding binding,
            BrowserSessions sessions,
            LoginForms forms,
            LoginPages pages,
            StepPages stepPages,
            DeviceGrants devices,
            Clients clients,
            AccountService accounts,
            Look look) {
        this.transactions = transactions;
        this.binding = binding;
        this.sessions = sessions;
        this.forms = forms;
        this.pages = pages;
        this.stepPages = stepPages;
        this.devices = devices;
        this.clients = clients;
        this.accounts = accounts;
        this.look = look;
    }

    /** Asks who somebody is, if that is not known, and else for the code. */
    ResponseBuilder<String> begin(String userCode) {
        String typed = userCode.length() <= MAX_CODE ? userCode : "";
        PresentedRequest request = new PresentedRequest(RequestParameters.of(Map.of(USER_CODE, List.of(typed))), null);
        String browser = binding.value().orElseGet(transactions::secret);
        Optional<BrowserSession> session = sessions.current();
        Transaction transaction = transactions.open(
                request,
                session.isPresent() ? Step.DEVICE_CODE : Step.DEVICE_SIGN_IN,
                browser,
                session.map(BrowserSession::id).orElse(null));
        ResponseBuilder<String> page = session.isPresent()
                ? codePage(transaction, typed, LoginPages.NO_NOTICE)
                : pages.signIn(errand(look.getName()), transaction, "", LoginPages.NO_NOTICE);
        return page.cookie(binding.cookie(browser));
    }

    ResponseBuilder<String> password(SentForm form) {
        return repeated(form, Step.DEVICE_SIGN_IN).orElseGet(() -> firstPassword(form));
    }

    ResponseBuilder<String> secondFactor(SentForm form) {
        return repeated(form, Step.DEVICE_SECOND_FACTOR).orElseGet(() -> firstSecondFactor(form));
    }

    /** Returns the page after a form that this browser has sent before and whose session is live. */
    private Optional<ResponseBuilder<String>> repeated(SentForm form, Step step) {
        Optional<UUID> session = sessions.current()
                .filter(live -> accounts.find(live.accountId())
                        .filter(form::isOfAnother)
                        .isEmpty())
                .map(BrowserSession::id);
        return transactions
                .findMoved(form, step, binding.value())
                .filter(moved -> moved.step() == Step.DEVICE_CODE && !form.says("cancel"))
                .filter(moved -> session.isPresent() && session.get().equals(moved.browserSessionId()))
                .map(moved -> codePage(
                        transactions.advance(moved, Step.DEVICE_CODE, browser(), moved.browserSessionId(), null),
                        moved.request().parameters().one(USER_CODE).orElse(""),
                        LoginPages.NO_NOTICE));
    }

    private ResponseBuilder<String> firstPassword(SentForm form) {
        Transaction transaction = transactions.find(form, Step.DEVICE_SIGN_IN, binding.value());
        return form.says("cancel")
                ? done(transaction, false)
                : after(transaction, forms.password(form, transaction, browser(), errand(look.getName())));
    }

    private ResponseBuilder<String> firstSecondFactor(SentForm form) {
        Transaction transaction = transactions.find(form, Step.DEVICE_SECOND_FACTOR, binding.value());
        return form.says("cancel")
                ? done(transaction, false)
                : after(transaction, forms.secondFactor(form, transaction, browser(), errand(look.getName())));
    }

    /** Shows the device that waits for a code, and asks what to do about it. */
    ResponseBuilder<String> code(SentForm form) {
        Transaction transaction = transactions.find(form, Step.DEVICE_CODE, binding.value());
        BrowserSession session = whoWasAsked(transaction);
        String typed = form.field(USER_CODE).orElse("");
        Optional<WaitingDevice> device;
        try {
            device = devices.find(session.accountId(), typed);
        } catch (ServiceException refusal) {
            RefusalReason.keep(refusal);
            if (refusal.code() != ErrorCode.TOO_MANY_ATTEMPTS) {
                throw refusal;
            }
            return LoginForms.throttled(codePage(transaction, typed, LoginPages.THROTTLED), refusal);
        }
        Optional<Client> client = device.flatMap(waiting -> clients.find(waiting.clientId()));
        if (device.isEmpty() || client.isEmpty()) {
            RefusalReason.keep(ErrorCode.INVALID_GRANT, "the user_code is unknown or expired");
            return codePage(transaction, typed, LoginPages.WRONG).status(UNACCEPTED);
        }
        Transaction moved = transactions.advance(transaction, Step.DEVICE_DECISION, browser(), session.id(), null);
        Errand errand = errand(client.get().name());
        return pages.show(
                errand,
                AuthorizeTemplates.deviceDecision(
                        pages.form(errand, moved, "/decision"),
                        typed,
                        device.get().address(),
                        accounts.find(session.accountId())
                                .map(Account::username)
                                .orElse(""),
                        List.of(device.get().scope().split(" ")),
                        stepPages.named(device.get().audience())));
    }

    /** Lets the device in or keeps it out. */
    ResponseBuilder<String> decision(SentForm form) {
        Transaction transaction = transactions.find(form, Step.DEVICE_DECISION, binding.value());
        BrowserSession session = whoWasAsked(transaction);
        WaitingDevice device = form.field(USER_CODE)
                .flatMap(code -> devices.find(session.accountId(), code))
                .orElseThrow(() -> new ServiceException(ErrorCode.PAGE_EXPIRED, "the device code has expired"));
        boolean allowed = form.says("allow");
        ResponseBuilder<String> page = done(transaction, allowed);
        boolean decided = allowed ? approve(device, session) : devices.deny(device.id(), session.accountId());
        if (!decided) {
            throw new ServiceException(ErrorCode.PAGE_EXPIRED, "the device code was already approved or denied");
        }
        return page;
    }

    private boolean approve(WaitingDevice device, BrowserSession session) {
        Approval approval = new Approval(
                session.accountId(), device.scope(), session.acr(), session.amr(), session.authTime(), session.id());
        return QuarkusTransaction.joiningExisting().call(() -> {
            sessions.hold(session);
            return devices.approve(device.id(), approval);
        });
    }

    private ResponseBuilder<String> after(Transaction transaction, LoginResult result) {
        if (result instanceof LoginResult.Done done) {
            Transaction moved = transactions.advance(
                    transaction,
                    Step.DEVICE_CODE,
                    browser(),
                    done.opened().session().id(),
                    null);
            String typed = transaction.request().parameters().one(USER_CODE).orElse("");
            return codePage(moved, typed, LoginPages.NO_NOTICE)
                    .cookie(done.opened().cookie());
        }
        return ((LoginResult.Again) result).page();
    }

    private ResponseBuilder<String> codePage(Transaction transaction, String typed, String notice) {
        Errand errand = errand(look.getName());
        return pages.show(
                errand, AuthorizeTemplates.deviceCode(pages.form(errand, transaction, "/code"), typed, notice));
    }

    private ResponseBuilder<String> done(Transaction transaction, boolean allowed) {
        transactions.finish(transaction);
        return pages.show(errand(look.getName()), AuthorizeTemplates.deviceDone(allowed));
    }

    // Somebody else may have logged in with this browser since the page was shown.
    private BrowserSession whoWasAsked(Transaction transaction) {
        return sessions.current()
                .filter(session -> session.id().equals(transaction.browserSessionId()))
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.PAGE_EXPIRED, "the browser session has changed since the page was opened"));
    }

    private String browser() {
        return binding.value()
                .orElseThrow(() -> new ServiceException(ErrorCode.PAGE_EXPIRED, "the cookie of the page is missing"));
    }

    private static Errand errand(String name) {
        return new Errand(
                DeviceResource.PATH,
                name,
                "device",
                null,
                ContentPolicy.STRICT,
                Step.DEVICE_SIGN_IN,
                Step.DEVICE_SECOND_FACTOR);
    }
}
