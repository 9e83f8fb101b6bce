package dev.signet.oauth.authorize;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.browser.BrowserSession;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.CodeGrant;
import dev.signet.oauth.request.AuthorizationRequest;
import dev.signet.oauth.request.ClientToldException;
import dev.signet.oauth.request.PresentedRequest;
import dev.signet.oauth.request.PresentedRequests;
import dev.signet.oauth.request.Prompt;
import dev.signet.oauth.request.RequestParameters;
import dev.signet.oauth.request.RequestReader;
import dev.signet.oauth.request.ReturnAddress;
import dev.signet.web.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Leads a request from its first judgement through the steps a person has to take to its answer. */
@ApplicationScoped
class AuthorizationFlow {

    private final PresentedRequests requests;
    private final RequestReader reader;
    private final NextStep nextStep;
    private final Transactions transactions;
    private final BrowserSessions sessions;
    private final BrowserBinding binding;
    private final AccountService accounts;
    private final AuthorizationCodes codes;
    private final StepPages pages;
    private final Answers answers;
    private final Caller caller;

    AuthorizationFlow(
            PresentedRequests requests,
            RequestReader reader,
            NextStep nextStep,
            Transactions transactions,
            BrowserSessions sessions,
            BrowserBinding binding,
            AccountService accounts,
            AuthorizationCodes codes,
            StepPages pages,
            Answers answers,
            Caller caller) {
        this.requests = requests;
        this.reader = reader;
        this.nextStep = nextStep;
        this.transactions = transactions;
        this.sessions = sessions;
        this.binding = binding;
        this.accounts = accounts;
        this.codes = codes;
        this.pages = pages;
        this.answers = answers;
        this.caller = caller;
    }

    /** Answers a request at once, or shows the first page. */
    ResponseBuilder<String> begin(RequestParameters parameters) {
        PresentedRequest presented = requests.presented(parameters, transactions.ttl());
        AuthorizationRequest request = reader.read(presented.parameters());
        BrowserSession session = sessions.current().orElse(null);
        Optional<Step> step = nextStep.first(request, session);
        if (session != null && step.isEmpty()) {
            String code = QuarkusTransaction.joiningExisting().call(() -> {
                nextStep.holdConsent(request, session);
                requests.use(presented);
                return issue(request, session);
            });
            return answers.code(request, code);
        }
        Step first = step.orElse(Step.SIGN_IN);
        if (request.asks(Prompt.NONE)) {
            throw new ClientToldException(
                    request.address(),
                    first == Step.CONSENT ? ErrorCode.CONSENT_REQUIRED : ErrorCode.LOGIN_REQUIRED,
                    "prompt=none does not allow pages");
        }
        String browser = binding.value().orElseGet(transactions::secret);
        Transaction transaction = transactions.open(presented, first, browser, session == null ? null : session.id());
        return pages.show(request, transaction, username(request, session)).cookie(binding.cookie(browser));
    }

    /** The request of a form that was sent, if it may be taken. */
    Submission submitted(SentForm form, Step step) {
        Optional<String> browser = binding.value();
        Transaction transaction = transactions.find(form, step, browser);
        AuthorizationRequest request = reader.read(transaction.request().parameters());
        return new Submission(form, transaction, request, browser.orElseThrow());
    }

    /** Lets somebody else log in than who is. */
    ResponseBuilder<String> signIn(Submission submission) {
        Transaction moved =
                transactions.advance(submission.transaction(), Step.SIGN_IN, submission.browser(), null, null);
        return pages.show(submission.request(), moved, username(submission.request(), null));
    }

    /** Goes on with who was logged in before; {@code max_age} may have run out while they chose. */
    ResponseBuilder<String> goOn(Submission submission, BrowserSession session) {
        return nextStep.suits(submission.request(), session) ? proceed(submission, session) : signIn(submission);
    }

    /** Goes on with whoever has just logged in or was chosen: to the question for consent, or to the answer. */
    ResponseBuilder<String> proceed(Submission submission, BrowserSession session) {
        AuthorizationRequest request = submission.request();
        Optional<Step> step;
        try {
            step = nextStep.afterChoice(request, session);
        } catch (ClientToldException refusal) {
            return refuse(submission, refusal);
        }
        if (step.isEmpty()) {
            return complete(submission, session, true);
        }
        Transaction moved =
                transactions.advance(submission.transaction(), step.get(), submission.browser(), session.id(), null);
        return pages.show(request, moved, username(request, session));
    }

    /**
     * Issues a code by the consent that the user has just granted, and ends the request.
     *
     * @throws ServiceException {@code page_expired} if the request was completed or denied meanwhile
     */
    ResponseBuilder<String> complete(Submission submission, BrowserSession session) {
        return complete(submission, session, false);
    }

    private ResponseBuilder<String> complete(Submission submission, BrowserSession session, boolean byEarlierConsent) {
        String code = QuarkusTransaction.joiningExisting().call(() -> {
            if (byEarlierConsent) {
                nextStep.holdConsent(submission.request(), session);
            }
            if (transactions.answer(submission.transaction(), session.id())) {
                requests.use(submission.transaction().request());
            } else {
                requireRepeatedSignIn(submission);
            }
            return issue(submission.request(), session);
        });
        return answers.code(submission.request(), code);
    }

    private void requireRepeatedSignIn(Submission submission) {
        Step sent = submission.transaction().step();
        boolean repeated = transactions
                .findMoved(submission.form(), sent, Optional.of(submission.browser()))
                .filter(moved -> sent.isSignIn() && moved.step() == Step.ANSWERED)
                .isPresent();
        if (!repeated) {
            throw new ServiceException(ErrorCode.PAGE_EXPIRED, "the request was already completed");
        }
    }

    /**
     * Returns the response to a sign-in form that this browser has sent before and whose session is live: the next page, or another code.
     * Returns empty for every other form, and for a form with the username of another account.
     */
    Optional<ResponseBuilder<String>> repeated(SentForm form, Step step) {
        Optional<String> browser = binding.value();
        BrowserSession session = sessions.current().orElse(null);
        Transaction moved = transactions.findMoved(form, step, browser).orElse(null);
        if (session == null
                || moved == null
                || !session.id().equals(moved.browserSessionId())
                || accounts.find(session.accountId()).filter(form::isOfAnother).isPresent()) {
            return Optional.empty();
        }
        AuthorizationRequest request = reader.read(moved.request().parameters());
        Transaction page = moved.step() == Step.CONSENT
                ? transactions.advance(moved, Step.CONSENT, browser.orElseThrow(), session.id(), null)
                : moved;
        if (page.step() == Step.CONSENT) {
            return Optional.of(pages.show(request, page, username(request, session)));
        }
        if (page.step() != Step.ANSWERED
                || !nextStep.suits(request, session)
                || nextStep.afterChoice(request, session).isPresent()) {
            return Optional.empty();
        }
        String code = QuarkusTransaction.joiningExisting().call(() -> {
            nextStep.holdConsent(request, session);
            return issue(request, session);
        });
        return Optional.of(answers.code(request, code));
    }

    /** Ends the request with {@code access_denied}, because the user chose so on a page. */
    ResponseBuilder<String> deny(Submission submission) {
        ReturnAddress address = submission.request().address();
        return refuse(
                submission, new ClientToldException(address, ErrorCode.ACCESS_DENIED, "the user denied the request"));
    }

    private ResponseBuilder<String> refuse(Submission submission, ClientToldException refusal) {
        transactions.finish(submission.transaction());
        return answers.error(refusal);
    }

    private String issue(AuthorizationRequest request, BrowserSession session) {
        sessions.hold(session);
        return codes.issue(new CodeGrant(
                session.accountId(),
                request.client().id(),
                request.address().uri(),
                request.codeChallenge(),
                request.scopeText(),
                request.audience(),
                request.nonce(),
                session.acr(),
                session.amr(),
                session.authTime(),
                session.id(),
                request.dpopJkt(),
                request.claims(),
                caller.address(),
                caller.userAgent()));
    }

    private String username(AuthorizationRequest request, @Nullable BrowserSession session) {
        if (session != null) {
            return accounts.find(session.accountId()).map(Account::username).orElse("");
        }
        return request.loginHint() == null ? "" : request.loginHint();
    }
}
