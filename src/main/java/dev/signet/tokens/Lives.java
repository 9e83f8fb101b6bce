package dev.signet.tokens;

import dev.signet.clients.TokenSettings;

import java.time.Duration;
import java.time.Instant;

/** Until when a session that is opened now lives: unused, at all, and as a row. */
record Lives(Instant now, Instant idleExpiresAt, Instant expiresAt, Instant removeAfter) {

    /**
     * A session without refresh tokens is not renewed by use. If a browser session stands behind it, it lives as long as any may, so
     * that its client hears of the logout; else as long as its one access token.
     */
    static Lives of(SessionTerms terms, TokensConfig config, Instant now) {
        TokenSettings settings = terms.form().settings();
        Instant expiresAt = now.plus(config.sessionTtl());
        Duration refreshTokenTtl = refreshTokenTtl(settings, config);
        Instant idleExpiresAt = expiresAt;
        if (terms.refreshable()) {
            idleExpiresAt = earlier(now.plus(refreshTokenTtl), expiresAt);
        } else if (terms.browserSessionId() == null) {
            Duration wanted = settings.accessTokenTtl();
            idleExpiresAt = earlier(now.plus(wanted == null ? config.accessTokenTtl() : wanted), expiresAt);
        }
        return new Lives(now, idleExpiresAt, expiresAt, RemovalTime.of(idleExpiresAt, refreshTokenTtl));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static Duration refreshTokenTtl(TokenSettings settings, TokensConfig config) {
        Duration wanted = settings.refreshTokenTtl();
        return wanted == null ? config.refreshTokenTtl() : wanted;
    }
}
