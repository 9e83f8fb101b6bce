package dev.signet.oauth.authorize;

import dev.signet.clients.Subjects;
import dev.signet.error.ErrorCode;
import dev.signet.login.browser.BrowserSession;
import dev.signet.oauth.consent.ConsentService;
import dev.signet.oauth.request.AuthorizationRequest;
import dev.signet.oauth.request.ClientToldException;
import dev.signet.oauth.request.Prompt;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Decides what a person still has to do before a client gets its answer (OpenID Connect Core §3.1.2.3, §3.1.2.4). */
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

    /** The first thing to do; empty if there is nothing. */
    Optional<Step> first(AuthorizationRequest request, @Nullable BrowserSession session) {
        if (session == null || request.asks(Prompt.LOGIN) || !suits(request, session)) {
            return Optional.of(Step.SIGN_IN);
        }
        return request.asks(Prompt.SELECT_ACCOUNT)
                ? Optional.of(Step.SELECT_ACCOUNT)
                : afterLogin(request, session, false);
    }

    /**
     * What is left to do once somebody has logged in, or was found logged in and chosen.
     *
     * @throws ClientToldException if it is not whom or how the client insists on
     */
    Optional<Step> afterChoice(AuthorizationRequest request, BrowserSession session) {
        if (!isWanted(request, session)) {
            throw new ClientToldException(
                    request.address(),
                    ErrorCode.LOGIN_REQUIRED,
                    "the signed-in user does not match id_token_hint or claims");
        }
        if (!request.requiredAcr().isEmpty() && !request.requiredAcr().contains(session.acr())) {
            throw new ClientToldException(
                    request.address(),
                    ErrorCode.UNMET_AUTHENTICATION_REQUIREMENTS,
                    "the essential claim acr cannot be met");
        }
        return afterLogin(request, session, true);
    }

    private Optional<Step> afterLogin(AuthorizationRequest request, BrowserSession session, boolean userActed) {
        return request.asks(Prompt.CONSENT) || !isAllowed(request, session, userActed)
                ? Optional.of(Step.CONSENT)
                : Optional.empty();
    }

    // RFC 8252 §8.6: without a verified client identity the user acts on a page each time, even for a first-party
    // client.
    private boolean isAllowed(AuthorizationRequest request, BrowserSession session, boolean userActed) {
        if (request.client().firstParty()) {
            return userActed || request.hasVerifiedClientIdentity();
        }
        return request.hasVerifiedClientIdentity()
                && consents.covers(session.accountId(), request.client().id(), request.audience(), request.scope());
    }

    /**
     * Locks the consent on which a code without a consent page is based, within the present transaction.
     *
     * @throws ClientToldException {@code consent_required} if it was revoked meanwhile
     */
    void holdConsent(AuthorizationRequest request, BrowserSession session) {
        if (!request.client().firstParty()
                && !consents.hold(session.accountId(), request.client().id(), request.audience(), request.scope())) {
            throw new ClientToldException(
                    request.address(), ErrorCode.CONSENT_REQUIRED, "the consent was revoked by a concurrent request");
        }
    }

    /** Whether who was found logged in when the request came still suits it after having thought about it. */
    boolean suits(AuthorizationRequest request, BrowserSession session) {
        Duration age = Duration.between(session.authTime(), clock.instant());
        return (request.maxAge() == null || age.compareTo(request.maxAge()) <= 0)
                && (request.requiredAcr().isEmpty() || request.requiredAcr().contains(session.acr()))
                && isWanted(request, session);
    }

    private boolean isWanted(AuthorizationRequest request, BrowserSession session) {
        return request.subject() == null
                || request.subject().equals(subjects.of(request.client(), session.accountId()));
    }
}
