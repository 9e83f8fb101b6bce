package dev.signet.tokens;

import dev.signet.clients.TokenSettings;

import java.time.Duration;
import java.time.Instant;

/** Expiry times of a session that is opened now: idle expiry, absolute expiry, and the removal time of its row. */
record SessionExpiry(Instant now, Instant idleExpiresAt, Instant expiresAt, Instant removeAfter) {

    /**
     * Computes the expiry times. Use does not extend a session without refresh tokens: if it was started from a browser
     * session, it lasts as long as the longest session, so that its client is notified of the logout; otherwise as long
     * as its only access token.
     */
    static SessionExpiry of(SessionOptions sessionOptions, TokensConfig config, Instant now) {
        TokenSettings settings = sessionOptions.options().settings();
        Instant expiresAt = now.plus(config.sessionTtl());
        Duration refreshTokenTtl = refreshTokenTtl(settings, config);
        Instant idleExpiresAt = expiresAt;
        if (sessionOptions.refreshable()) {
            idleExpiresAt = earlier(now.plus(refreshTokenTtl), expiresAt);
        } else if (sessionOptions.browserSessionId() == null) {
            Duration configured = settings.accessTokenTtl();
            idleExpiresAt = earlier(now.plus(configured == null ? config.accessTokenTtl() : configured), expiresAt);
        }
        return new SessionExpiry(now, idleExpiresAt, expiresAt, RemovalTime.of(idleExpiresAt, refreshTokenTtl));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static Duration refreshTokenTtl(TokenSettings settings, TokensConfig config) {
        Duration configured = settings.refreshTokenTtl();
        return configured == null ? config.refreshTokenTtl() : configured;
    }
}
