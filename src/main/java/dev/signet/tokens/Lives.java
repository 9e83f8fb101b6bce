package dev.signet.tokens;

import dev.signet.clients.TokenSettings;

import java.time.Duration;
import java.time.Instant;

/** Until when a session that is opened now lives: unused, at all, and as a row. */
record Lives(Instant now, Instant idleExpiresAt, Instant expiresAt, Instant removeAfter) {

    /**
     * A session without refresh tokens is not renewed by use. It lives as long as any may, so that its client hears of the
     * logout of the browser it was started from.
     */
    static Lives of(SessionTerms terms, TokensConfig config, Instant now) {
        Instant expiresAt = now.plus(config.sessionTtl());
        Duration refreshTokenTtl = refreshTokenTtl(terms.form().settings(), config);
        Instant renewedBy = now.plus(refreshTokenTtl);
        Instant idleExpiresAt = terms.refreshable() && renewedBy.isBefore(expiresAt) ? renewedBy : expiresAt;
        return new Lives(now, idleExpiresAt, expiresAt, RemovalTime.of(idleExpiresAt, refreshTokenTtl));
    }

    static Duration refreshTokenTtl(TokenSettings settings, TokensConfig config) {
        Duration wanted = settings.refreshTokenTtl();
        return wanted == null ? config.refreshTokenTtl() : wanted;
    }
}
