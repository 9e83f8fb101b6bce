package dev.signet.oauth.authorize.transaction;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.oauth.request.PresentedRequest;
import dev.signet.oauth.request.RequestParameters;
import dev.signet.pages.FormToken;
import dev.signet.secrets.BrokenSealException;
import dev.signet.secrets.Derivation;
import dev.signet.secrets.RandomText;
import dev.signet.secrets.Seal;
import dev.signet.secrets.SecretDigest;
import dev.signet.throttle.AttemptLimits;
import dev.signet.web.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Storage of authorization requests between pages. A form is accepted only from the browser to which it was shown, only
 * at its step, and only once. Three values prove this: the handle in the form, the browser cookie, and a CSRF token.
 * The token is the MAC of handle and step with the cookie as key.
 */
@ApplicationScoped
public class AuthorizationTransactions {

    /** The cookie that binds forms to their browser. */
    public static final String BROWSER_COOKIE = "signet-browser";

    private static final int BYTES = 32;

    private final TransactionRepository repository;
    private final AttemptLimits limits;
    private final Caller caller;
    private final AuthorizeConfig config;
    private final Clock clock;
    private final SecureRandom random;

    AuthorizationTransactions(
            TransactionRepository repository,
            AttemptLimits limits,
            Caller caller,
            AuthorizeConfig config,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.limits = limits;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Stores a request that waits for its first step.
     *
     * @throws ServiceException {@code too_many_attempts} if too many requests without a session came from the IP
     *     address
     */
    public AuthorizationTransaction open(
            PresentedRequest request, AuthorizationStep step, String browser, @Nullable UUID browserSessionId) {
        if (browserSessionId == null) {
            limits.countPage(caller.ipAddress());
        }
        Instant expiresAt = now().plus(config.transactionTtl());
        return QuarkusTransaction.joiningExisting()
                .call(() -> store(request, step, browser, browserSessionId, expiresAt));
    }

    /**
     * Stores an interrupted request again, at its next step, and deletes its former row. The time of the request
     * continues.
     *
     * @throws ServiceException {@code page_expired} if the request was continued or advanced concurrently; {@code
     *     too_many_attempts} as for {@link #open}
     */
    public AuthorizationTransaction reopen(
            InterruptedRequest interrupted, AuthorizationStep step, String browser, @Nullable UUID browserSessionId) {
        if (browserSessionId == null) {
            limits.countPage(caller.ipAddress());
        }
        return QuarkusTransaction.joiningExisting().call(() -> {
            finish(interrupted);
            return store(interrupted.request(), step, browser, browserSessionId, interrupted.expiresAt());
        });
    }

    private AuthorizationTransaction store(
            PresentedRequest request,
            AuthorizationStep step,
            String browser,
            @Nullable UUID browserSessionId,
            Instant expiresAt) {
        String handle = RandomText.secret(random);
        StoredTransaction stored =
                StoredTransaction.of(SecretDigest.sha256(handle), SecretDigest.sha256(browser), expiresAt);
        stored.step = step.column();
        stored.parameters = request.parameters().toText();
        stored.pushedRequestId = request.pushedId();
        stored.browserSessionId = browserSessionId;
        repository.persist(stored);
        return new AuthorizationTransaction(
                stored.id, handle, csrf(browser, handle, step), step, request, browserSessionId, null);
    }

    /**
     * Returns the request of a submitted form.
     *
     * @throws ServiceException {@code page_expired} if this browser was not shown the form, or the form was used before
     */
    @Transactional
    public AuthorizationTransaction find(SubmittedForm form, AuthorizationStep step, Optional<String> browser) {
        AuthorizationTransaction found = load(form, step, browser);
        if (found.step() != step && !step.canBeRetriedAt(found.step())) {
            throw expired("the authorization request is at a different step");
        }
        return found;
    }

    /** Returns the newest request of a browser that waits for the user to sign in. */
    @Transactional
    public Optional<InterruptedRequest> findSignIn(String browser) {
        return repository
                .findSignIn(SecretDigest.sha256(browser), now())
                .map(stored -> new InterruptedRequest(
                        stored.id, AuthorizationStep.ofColumn(stored.step), presented(stored), stored.expiresAt));
    }

    /** Returns the request of a form if the request has moved on to another step; empty otherwise. */
    @Transactional
    public Optional<AuthorizationTransaction> findAdvanced(
            SubmittedForm form, AuthorizationStep step, Optional<String> browser) {
        try {
            return Optional.of(load(form, step, browser)).filter(found -> found.step() != step);
        } catch (ServiceException e) {
            return Optional.empty();
        }
    }

    private AuthorizationTransaction load(SubmittedForm form, AuthorizationStep step, Optional<String> browser) {
        String cookie = browser.orElseThrow(() -> expired("the cookie of the page is missing"));
        if (!RandomText.isSecret(form.transaction())) {
            throw expired("the handle of the form is malformed");
        }
        FormToken.require(form.csrf(), cookie, purpose(form.transaction(), step));
        StoredTransaction stored = repository
                .find(SecretDigest.sha256(form.transaction()), SecretDigest.sha256(cookie), now())
                .orElseThrow(() -> expired("the authorization request is unknown or expired"));
        return new AuthorizationTransaction(
                stored.id,
                form.transaction(),
                form.csrf(),
                AuthorizationStep.ofColumn(stored.step),
                presented(stored),
                stored.browserSessionId,
                unsealMfaToken(stored, form.transaction(), cookie));
    }

    /**
     * Advances a request to the next step.
     *
     * @param from the request at its current step
     * @param session the id of the browser session of the user, if there is one
     * @throws ServiceException {@code page_expired} if the request was advanced concurrently
     */
    @Transactional
    public AuthorizationTransaction advance(
            AuthorizationTransaction from,
            AuthorizationStep to,
            String browser,
            @Nullable UUID session,
            @Nullable String mfaToken) {
        byte[] sealed = mfaToken == null ? null : seal(from.handle(), browser).encrypt(utf8(mfaToken), utf8(id(from)));
        if (!repository.advance(from.id(), from.step(), to, session, sealed)
                // Two concurrent submissions of one form: the later login replaces the earlier one.
                && !repository.advance(from.id(), to, to, session, sealed)) {
            throw expired("the step was completed by a concurrent request");
        }
        return new AuthorizationTransaction(
                from.id(), from.handle(), csrf(browser, from.handle(), to), to, from.request(), session, mfaToken);
    }

    /**
     * Marks a request as completed by a code. The request remains stored until it expires, for a form that is sent
     * again.
     *
     * @return false if the request is no longer at the same step
     */
    @Transactional
    public boolean complete(AuthorizationTransaction transaction, UUID session) {
        return repository.advance(transaction.id(), transaction.step(), AuthorizationStep.COMPLETED, session, null);
    }

    /**
     * Deletes a request that ends without a code.
     *
     * @throws ServiceException {@code page_expired} if the request was advanced concurrently
     */
    @Transactional
    public void finish(AuthorizationTransaction transaction) {
        finish(transaction.id(), transaction.step());
    }

    /**
     * Deletes an interrupted request that is completed without another page.
     *
     * @throws ServiceException {@code page_expired} if the request was continued or advanced concurrently
     */
    @Transactional
    public void finish(InterruptedRequest interrupted) {
        finish(interrupted.id(), interrupted.step());
    }

    private void finish(UUID id, AuthorizationStep step) {
        if (!repository.finish(id, step)) {
            throw expired("the request was already completed");
        }
    }

    /** Returns the maximum time that a user may spend on the pages of a request. */
    public Duration ttl() {
        return config.transactionTtl();
    }

    private static PresentedRequest presented(StoredTransaction stored) {
        return new PresentedRequest(RequestParameters.parse(stored.parameters), stored.pushedRequestId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private @Nullable String unsealMfaToken(StoredTransaction stored, String handle, String browser) {
        if (stored.sealedMfaToken == null) {
            return null;
        }
        try {
            byte[] token = seal(handle, browser).decrypt(stored.sealedMfaToken, utf8(stored.id.toString()));
            return new String(token, StandardCharsets.UTF_8);
        } catch (BrokenSealException e) {
            throw expired("the sealed mfa_token cannot be decrypted");
        }
    }

    // The key is derived from form and cookie together, so the table alone does not reveal the token.
    private Seal seal(String handle, String browser) {
        return new Seal(Derivation.hkdfSha256(utf8(handle + browser), "mfa token of a page", BYTES), random);
    }

    private static String csrf(String browser, String handle, AuthorizationStep step) {
        return FormToken.of(browser, purpose(handle, step));
    }

    private static String purpose(String handle, AuthorizationStep step) {
        return handle + step.column();
    }

    private static String id(AuthorizationTransaction transaction) {
        return transaction.id().toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ServiceException expired(String privateReason) {
        return new ServiceException(ErrorCode.PAGE_EXPIRED, privateReason);
    }
}
