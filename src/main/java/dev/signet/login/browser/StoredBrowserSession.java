package dev.signet.login.browser;

import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.session.SessionView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser session as stored in the table. A login with the same browser changes it; all other changes are statements
 * of {@link BrowserSessionRepository}.
 */
@Entity
@Table(name = "browser_session")
class StoredBrowserSession {

    @Id
    UUID id;

    byte[] secretHash;
    UUID accountId;
    String acr;
    String amr;
    Instant authTime;

    @Column(name = "address")
    String ipAddress;

    @Nullable
    String userAgent;

    Instant createdAt;
    Instant lastUsedAt;
    Instant idleExpiresAt;
    Instant expiresAt;

    protected StoredBrowserSession() {}

    static StoredBrowserSession of(UUID id, byte[] secretHash, UUID accountId) {
        StoredBrowserSession session = new StoredBrowserSession();
        session.id = id;
        session.secretHash = secretHash;
        session.accountId = accountId;
        return session;
    }

    BrowserSession session() {
        return new BrowserSession(id, accountId, AuthenticationContext.ofStored(acr, amr, authTime));
    }

    SessionView view(String clientId) {
        return new SessionView(id, accountId, clientId, ipAddress, userAgent, createdAt, lastUsedAt, false);
    }
}
