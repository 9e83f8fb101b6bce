package dev.signet.oauth.authorize;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.browser.BrowserSession;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.oauth.authorize.transaction.AuthorizationStep;
import dev.signet.oauth.authorize.transaction.AuthorizationTransaction;
import dev.signet.oauth.authorize.transaction.AuthorizationTransactions;
import dev.signet.oauth.authorize.transaction.InterruptedRequest;
import dev.signet.oauth.authorize.transaction.SubmittedForm;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.CodeGrant;
import dev.signet.oauth.request.AuthorizationErrorException;
import dev.signet.oauth.request.AuthorizationRequest;
import dev.signet.oauth.request.PresentedRequest;
import dev.signet.oauth.request.PresentedRequests;
import dev.signet.oauth.request.Prompt;
import dev.signet.oauth.request.RequestParameters;
import dev.signet.oauth.request.RequestReader;
import dev.signet.oauth.request.VerifiedRedirectUri;
import dev.signet.pages.FormBinding;
import dev.signet.pages.FormBindings;
import dev.signet.tokens.grant.Authorization;
import dev.signet.web.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** Flow of an authorization request from its validation through the pages for the user to its response. */
@ApplicationScoped
class AuthorizationFlow {

    private final PresentedRequests requests;
    private final RequestReader reader;
    private final NextStep nextStep;
    private final AuthorizationTransactions transactions;
    private final InterruptedRequests interrupted;
    private final BrowserSessions sessions;
    private final FormBinding binding;
    private final AccountService accounts;
    private final AuthorizationCodes codes;
    private final StepPages pages;
    private final AuthorizationResponses responses;
    private final Caller caller;

    AuthorizationFlow(
            PresentedRequests requests,
            RequestReader reader,
            NextStep nextStep,
            AuthorizationTransactions transactions,
            InterruptedRequests interrupted,
            BrowserSessions sessions,
            FormBindings bindings,
            AccountService accounts,
            AuthorizationCodes codes,
            StepPages pages,
            AuthorizationResponses responses,
            Caller caller) {
        this.requests = requests;
        this.reader = reader;
        this.nextStep = nextStep;
        this.transactions = transactions;
        this.interrupted = interrupted;
        this.sessions = sessions;
        this.binding = bindings.withCookie(AuthorizationTransactions.BROWSER_COOKIE);
        this.accounts = accounts;
        this.codes = codes;
        this.pages = pages;
        this.responses = responses;
        this.caller = caller;
    }

    /**
     * Validates a request and returns its response, or the first page if the user must act.
     *
     * @throws ServiceException the errors of {@link PresentedRequests#resolve} and {@link RequestReader#read}
     * @throws AuthorizationErrorException if the request is invalid, or {@code prompt=none} and the user must act
     */
    ResponseBuilder<String> begin(RequestParameters parameters) {
        return begin(requests.resolve(parameters, transactions.ttl()), null);
    }

    /**
     * Continues the newest request of this browser whose user left the sign-in page. The former page expires, and the
     * time of the request continues.
     *
     * @throws ServiceException {@code page_expired} if there is none, or it was continued concurrently
     * @throws AuthorizationErrorException if the request is no longer valid
     */
    ResponseBuilder<String> continueInterrupted() {
        InterruptedRequest former = interrupted
                .findRequest()
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.PAGE_EXPIRED, "no request of this browser waits for the user to sign in"));
        return begin(former.request(), former);
    }

    private ResponseBuilder<String> begin(PresentedRequest presented, @Nullable InterruptedRequest former) {
        AuthorizationRequest request = reader.read(presented.parameters());
        BrowserSession session = sessions.current().orElse(null);
        Optional<AuthorizationStep> step = nextStep.findFirst(request, session);
        if (session != null && step.isEmpty()) {
            String code = QuarkusTransaction.joiningExisting().call(() -> {
                nextStep.lockConsent(request, session);
                if (former != null) {
                    transactions.finish(former);
                }
                requests.consume(presented);
                return issueCode(request, session);
            });
            return responses.sendCode(request, code);
        }
        AuthorizationStep first = step.orElse(AuthorizationStep.SIGN_IN);
        if (request.hasPrompt(Prompt.NONE)) {
            throw new AuthorizationErrorException(
                    request.redirectUri(),
                    first == AuthorizationStep.CONSENT ? ErrorCode.CONSENT_REQUIRED : ErrorCode.LOGIN_REQUIRED,
                    "prompt=none does not allow pages");
        }
        String browser = binding.secretOrNew();
        UUID sessionId = session == null ? null : session.id();
        AuthorizationTransaction transaction = former == null
                ? transactions.open(presented, first, browser, sessionId)
                : transactions.reopen(former, first, browser, sessionId);
        return pages.show(request, transaction, usernameToShow(request, session))
                .cookie(binding.cookie(browser));
    }

    /**
     * Verifies a submitted form and returns it with its request.
     *
     * @throws ServiceException {@code page_expired} if this browser was not shown the form, or the form was used before
     */
    VerifiedSubmission verifySubmission(SubmittedForm form, AuthorizationStep step) {
        Optional<String> browser = binding.secret();
        AuthorizationTransaction transaction = transactions.find(form, step, browser);
        AuthorizationRequest request = reader.read(transaction.request().parameters());
        return new VerifiedSubmission(form, transaction, request, browser.orElseThrow());
    }

    /** Shows the sign-in page for another account. */
    ResponseBuilder<String> showSignIn(VerifiedSubmission submission) {
        AuthorizationTransaction advanced = transactions.advance(
                submission.transaction(), AuthorizationStep.SIGN_IN, submission.browser(), null, null);
        return pages.show(submission.request(), advanced, usernameToShow(submission.request(), null));
    }

    /**
     * Continues with the signed-in user, or shows the sign-in page if {@code max_age} expired while the user chose an
     * account.
     */
    ResponseBuilder<String> continueOrSignInAgain(VerifiedSubmission submission, BrowserSession session) {
        return nextStep.meetsRequirements(submission.request(), session)
                ? continueAfterLogin(submission, session)
                : showSignIn(submission);
    }

    /**
     * Continues with the user who has just signed in or was chosen: shows the consent page, or returns the response.
     */
    ResponseBuilder<String> continueAfterLogin(VerifiedSubmission submission, BrowserSession session) {
        AuthorizationRequest request = submission.request();
        Optional<AuthorizationStep> step;
        try {
            step = nextStep.findAfterLogin(request, session);
        } catch (AuthorizationErrorException error) {
            return reject(submission, error);
        }
        if (step.isEmpty()) {
            return complete(submission, session, true);
        }
        AuthorizationTransaction advanced =
                transactions.advance(submission.transaction(), step.get(), submission.browser(), session.id(), null);
        return pages.show(request, advanced, usernameToShow(request, session));
    }

    /**
     * Issues a code by the consent that the user has just granted, and completes the request.
     *
     * @throws ServiceException {@code page_expired} if the request was completed or denied meanwhile
     */
    ResponseBuilder<String> complete(VerifiedSubmission submission, BrowserSession session) {
        return complete(submission, session, false);
    }

    private ResponseBuilder<String> complete(
            VerifiedSubmission submission, BrowserSession session, boolean byStoredConsent) {
        String code = QuarkusTransaction.joiningExisting().call(() -> {
            if (byStoredConsent) {
                nextStep.lockConsent(submission.request(), session);
            }
            if (transactions.complete(submission.transaction(), session.id())) {
                requests.consume(submission.transaction().request());
            } else {
                requireRepeatedSignIn(submission);
            }
            return issueCode(submission.request(), session);
        });
        return responses.sendCode(submission.request(), code);
    }

    private void requireRepeatedSignIn(VerifiedSubmission submission) {
        AuthorizationStep submittedStep = submission.transaction().step();
        boolean repeated = transactions
                .findAdvanced(submission.form(), submittedStep, Optional.of(submission.browser()))
                .filter(advanced -> submittedStep.isSignIn() && advanced.step() == AuthorizationStep.COMPLETED)
                .isPresent();
        if (!repeated) {
            throw new ServiceException(ErrorCode.PAGE_EXPIRED, "the request was already completed");
        }
    }

    /**
     * Returns the response to a sign-in form that this browser has sent before and whose session is live: the next
     * page, or another code. Returns empty for every other form, and for a form with the username of another account.
     */
    Optional<ResponseBuilder<String>> respondToRepeatedForm(SubmittedForm form, AuthorizationStep step) {
        Optional<String> browser = binding.secret();
        BrowserSession session = sessions.current().orElse(null);
        AuthorizationTransaction advanced =
                transactions.findAdvanced(form, step, browser).orElse(null);
        if (session == null
                || advanced == null
                || !session.id().equals(advanced.browserSessionId())
                || accounts.find(session.accountId())
                        .filter(form::hasOtherUsername)
                        .isPresent()) {
            return Optional.empty();
        }
        AuthorizationRequest request = reader.read(advanced.request().parameters());
        AuthorizationTransaction page = advanced.step() == AuthorizationStep.CONSENT
                ? transactions.advance(advanced, AuthorizationStep.CONSENT, browser.orElseThrow(), session.id(), null)
                : advanced;
        if (page.step() == AuthorizationStep.CONSENT) {
            return Optional.of(pages.show(request, page, usernameToShow(request, session)));
        }
        if (page.step() != AuthorizationStep.COMPLETED
                || !nextStep.meetsRequirements(request, session)
                || nextStep.findAfterLogin(request, session).isPresent()) {
            return Optional.empty();
        }
        String code = QuarkusTransaction.joiningExisting().call(() -> {
            nextStep.lockConsent(request, session);
            return issueCode(request, session);
        });
        return Optional.of(responses.sendCode(request, code));
    }

    /** Ends the request with {@code access_denied}, because the user chose so on a page. */
    ResponseBuilder<String> deny(VerifiedSubmission submission) {
        VerifiedRedirectUri redirectUri = submission.request().redirectUri();
        return reject(
                submission,
                new AuthorizationErrorException(redirectUri, ErrorCode.ACCESS_DENIED, "the user denied the request"));
    }

    private ResponseBuilder<String> reject(VerifiedSubmission submission, AuthorizationErrorException error) {
        transactions.finish(submission.transaction());
        return responses.sendError(error);
    }

    private String issueCode(AuthorizationRequest request, BrowserSession session) {
        sessions.lock(session);
        return codes.issue(new CodeGrant(
                new Authorization(
                        session.accountId(),
                        request.client().id(),
                        request.audience(),
                        request.scope(),
                        session.authenticationContext()),
                request.redirectUri().uri(),
                request.codeChallenge(),
                request.nonce(),
                session.id(),
                request.dpopJkt(),
                request.claims(),
                caller.origin()));
    }

    private String usernameToShow(AuthorizationRequest request, @Nullable BrowserSession session) {
        if (session != null) {
            return accounts.find(session.accountId()).map(Account::username).orElse("");
        }
        return request.loginHint() == null ? "" : request.loginHint();
    }
}
