package dev.signet.tokens.session;

import dev.signet.clients.TokenSettings;
import dev.signet.tokens.grant.SessionOptions;

import java.time.Duration;
import java.time.Instant;

/** Expiry times of a session that is opened now: idle expiry, absolute expiry, and the removal time of its row. */
record SessionExpiry(Instant now, Instant idleExpiresAt, Instant expiresAt, Instant removeAfter) {

    private static final int REMOVAL_STEPS = 16;

    /**
     * Computes the expiry times. Use does not extend a session without refresh tokens. If it was started from a browser
     * session, it lasts as long as the longest session, so that its client is notified of the logout. Otherwise it
     * lasts as long as its only access token.
     */
    static SessionExpiry of(SessionOptions sessionOptions, Duration accessTokenTtl, SessionConfig config, Instant now) {
        TokenSettings settings = sessionOptions.options().settings();
        Instant expiresAt = now.plus(config.sessionTtl());
        Duration refreshTokenTtl = refreshTokenTtl(settings, config);
        Instant idleExpiresAt = expiresAt;
        if (sessionOptions.refreshable()) {
            idleExpiresAt = earlier(now.plus(refreshTokenTtl), expiresAt);
        } else if (sessionOptions.browserSessionId() == null) {
            Duration configured = settings.accessTokenTtl();
            idleExpiresAt = earlier(now.plus(configured == null ? accessTokenTtl : configured), expiresAt);
        }
        return new SessionExpiry(now, idleExpiresAt, expiresAt, removalTime(idleExpiresAt, refreshTokenTtl));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static Duration refreshTokenTtl(TokenSettings settings, SessionConfig config) {
        Duration configured = settings.refreshTokenTtl();
        return configured == null ? config.refreshTokenTtl() : configured;
    }

    /**
     * Returns the time after which the row of an idle session is removed. It is the expiry of the session, rounded up
     * to a sixteenth of the time to live of the refresh token.
     */
    static Instant removalTime(Instant idleExpiresAt, Duration refreshTokenTtl) {
        long step = Math.max(1, refreshTokenTtl.toMillis() / REMOVAL_STEPS);
        return Instant.ofEpochMilli((idleExpiresAt.toEpochMilli() / step + 1) * step);
    }
}
