package dev.signet.oauth.authorize;

import dev.signet.clients.Subjects;
import dev.signet.error.ErrorCode;
import dev.signet.login.browser.BrowserSession;
import dev.signet.oauth.authorize.transaction.AuthorizationStep;
import dev.signet.oauth.consent.ConsentService;
import dev.signet.oauth.request.AuthorizationErrorException;
import dev.signet.oauth.request.AuthorizationRequest;
import dev.signet.oauth.request.Prompt;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Decision on the next page for the user before the client receives its response (OpenID Connect Core §3.1.2.3,
 * §3.1.2.4).
 */
@Singleton
final class NextStep {

    private final ConsentService consents;
    private final Subjects subjects;
    private final Clock clock;

    NextStep(ConsentService consents, Subjects subjects, Clock clock) {
        this.consents = consents;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Returns the first step of a request; empty if the user need not act. */
    Optional<AuthorizationStep> findFirst(AuthorizationRequest request, @Nullable BrowserSession session) {
        if (session == null || request.hasPrompt(Prompt.LOGIN) || !meetsRequirements(request, session)) {
            return Optional.of(AuthorizationStep.SIGN_IN);
        }
        return request.hasPrompt(Prompt.SELECT_ACCOUNT)
                ? Optional.of(AuthorizationStep.SELECT_ACCOUNT)
                : findConsentStep(request, session, false);
    }

    /**
     * Returns the next step after a user has signed in or chosen an account; empty if the user need not act.
     *
     * @throws AuthorizationErrorException if the user or the {@code acr} is not the one that the client requires
     */
    Optional<AuthorizationStep> findAfterLogin(AuthorizationRequest request, BrowserSession session) {
        if (!hasRequestedSubject(request, session)) {
            throw new AuthorizationErrorException(
                    request.redirectUri(),
                    ErrorCode.LOGIN_REQUIRED,
                    "the signed-in user does not match id_token_hint or claims");
        }
        if (!hasRequiredAcr(request, session)) {
            throw new AuthorizationErrorException(
                    request.redirectUri(),
                    ErrorCode.UNMET_AUTHENTICATION_REQUIREMENTS,
                    "the essential claim acr cannot be met");
        }
        return findConsentStep(request, session, true);
    }

    private Optional<AuthorizationStep> findConsentStep(
            AuthorizationRequest request, BrowserSession session, boolean userActed) {
        return request.hasPrompt(Prompt.CONSENT) || !hasConsent(request, session, userActed)
                ? Optional.of(AuthorizationStep.CONSENT)
                : Optional.empty();
    }

    // RFC 8252 §8.6: without a verified client identity the user acts on a page each time, even for a first-party
    // client.
    private boolean hasConsent(AuthorizationRequest request, BrowserSession session, boolean userActed) {
        if (request.client().firstParty()) {
            return userActed || request.hasVerifiedClientIdentity();
        }
        return request.hasVerifiedClientIdentity()
                && consents.hasConsentFor(
                        session.accountId(), request.client().id(), request.audience(), request.scope());
    }

    /**
     * Locks the consent on which a code without a consent page is based, within the current transaction.
     *
     * @throws AuthorizationErrorException {@code consent_required} if it was revoked meanwhile
     */
    void lockConsent(AuthorizationRequest request, BrowserSession session) {
        if (!request.client().firstParty()
                && !consents.lock(session.accountId(), request.client().id(), request.audience(), request.scope())) {
            throw new AuthorizationErrorException(
                    request.redirectUri(),
                    ErrorCode.CONSENT_REQUIRED,
                    "the consent was revoked by a concurrent request");
        }
    }

    /**
     * Returns whether the session still meets the requirements of the request: {@code max_age}, {@code acr} and the
     * user.
     */
    boolean meetsRequirements(AuthorizationRequest request, BrowserSession session) {
        Duration age = Duration.between(session.authenticationContext().authTime(), clock.instant());
        return (request.maxAge() == null || age.compareTo(request.maxAge()) <= 0)
                && hasRequiredAcr(request, session)
                && hasRequestedSubject(request, session);
    }

    private static boolean hasRequiredAcr(AuthorizationRequest request, BrowserSession session) {
        return request.requiredAcr().isEmpty()
                || request.requiredAcr().stream().anyMatch(session.authenticationContext()::satisfies);
    }

    private boolean hasRequestedSubject(AuthorizationRequest request, BrowserSession session) {
        return request.subject() == null
                || request.subject().equals(subjects.of(request.client(), session.accountId()));
    }
}
