package dev.signet.tokens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;

/** Keeps the tables of this room bounded: what has ended or expired goes. */
@ApplicationScoped
public class TokenCleanUp {

    private final SessionRepository sessions;
    private final Revocations revocations;
    private final TokensConfig config;
    private final Clock clock;

    TokenCleanUp(SessionRepository sessions, Revocations revocations, TokensConfig config, Clock clock) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.config = config;
        this.clock = clock;
    }

    /** Removes sessions that ended or expired more than an access token's life ago, and revocations that have expired. */
    @Transactional
    public void run() {
        sessions.deleteEndedOrExpiredBefore(
                clock.instant().minus(config.accessTokenTtl()).minus(config.clockSkew()));
        revocations.removeExpired();
    }
}
