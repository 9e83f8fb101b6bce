package dev.signet.tokens.session;

import dev.signet.clients.ClientDeleted;
import dev.signet.database.UniqueViolation;
import dev.signet.jose.VerifiedJwt;
import dev.signet.secrets.SecretDigest;
import dev.signet.secrets.TokenPrefix;
import dev.signet.tokens.refresh.RefreshToken;
import dev.signet.tokens.refresh.RefreshTokenMac;
import dev.signet.tokens.revocation.ClientRegistrationKey;
import dev.signet.tokens.revocation.RevocationKind;
import dev.signet.tokens.revocation.Revocations;
import dev.signet.tokens.status.TokenStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The sessions of OAuth clients: introspection and revocation by the client, and the events other than the user's
 * sign-out that end them.
 */
@ApplicationScoped
public class ClientSessions {

    private static final int AFTER_ALL_OTHERS = Interceptor.Priority.LIBRARY_AFTER;

    private final SessionRepository sessions;
    private final SessionService service;
    private final Revocations revocations;
    private final RefreshTokenMac mac;
    private final TokenStatus status;
    private final Clock clock;

    ClientSessions(
            SessionRepository sessions,
            SessionService service,
            Revocations revocations,
            RefreshTokenMac mac,
            TokenStatus status,
            Clock clock) {
        this.sessions = sessions;
        this.service = service;
        this.revocations = revocations;
        this.mac = mac;
        this.status = status;
        this.clock = clock;
    }

    /** Returns whether a string has the prefix of a refresh token, so that a database query is worthwhile. */
    public static boolean hasRefreshTokenPrefix(String token) {
        return TokenPrefix.REFRESH_TOKEN.isPrefixOf(token);
    }

    /**
     * Revokes a refresh token for its client: ends the session and thereby its access tokens (RFC 7009 §2.1). Ignores
     * tokens of other clients.
     */
    @Transactional
    public void revoke(String refreshToken, String clientId) {
        Optional.ofNullable(RefreshToken.parse(refreshToken, mac))
                .flatMap(token -> sessions.findByIdOptional(token.family()))
                .filter(session -> session.clientId.equals(clientId))
                .ifPresent(session -> service.endClientSession(session.id, SessionEnd.REVOKED_BY_CLIENT));
    }

    /** Revokes one access token in a transaction of its own; its session stays live. */
    public void revoke(VerifiedJwt accessToken) {
        String entries = status.entriesOf(accessToken.claims().asMap().get("status"));
        String jti = accessToken.claims().string("jti").orElseThrow();
        try {
            QuarkusTransaction.requiringNew().run(() -> revocations.revoke(RevocationKind.JTI, jti, entries));
        } catch (RuntimeException e) {
            if (!UniqueViolation.isCauseOf(e)) {
                throw e;
            }
            // Another transaction revoked the same token at the same time: its row exists now and is extended.
            QuarkusTransaction.requiringNew().run(() -> revocations.revoke(RevocationKind.JTI, jti, entries));
        }
    }

    /**
     * Returns the introspection response for a refresh token (RFC 7662 §2.2); empty unless it is the current token of a
     * live session of the client.
     */
    @Transactional
    public Optional<Map<String, Object>> introspect(String refreshToken, String clientId) {
        return Optional.ofNullable(RefreshToken.parse(refreshToken, mac))
                .flatMap(token -> sessions.findByIdOptional(token.family()))
                .filter(session -> session.clientId.equals(clientId) && session.isLive(clock.instant()))
                .filter(session -> SecretDigest.isEqual(session.currentHash, SecretDigest.sha256(refreshToken)))
                .map(ClientSessions::introspectionResponse);
    }

    private static Map<String, Object> introspectionResponse(Session session) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("active", true);
        members.put("client_id", session.clientId);
        members.put("sub", session.accountId.toString());
        if (!session.scope.isEmpty()) {
            members.put("scope", session.scope);
        }
        members.put("sid", session.id.toString());
        members.put("iat", session.lastUsedAt.getEpochSecond());
        members.put("exp", session.idleExpiresAt.getEpochSecond());
        if (session.dpopJkt != null) {
            members.put("cnf", Map.of("jkt", session.dpopJkt));
        }
        return members;
    }

    /** Returns the live client sessions that were started from a browser session. */
    @Transactional
    public List<ClientSession> findByBrowserSession(UUID browserSessionId) {
        return sessions.findByBrowserSession(browserSessionId, clock.instant()).stream()
                .map(session -> new ClientSession(session.id, session.accountId, session.clientId))
                .toList();
    }

    // OpenID Connect Back-Channel Logout §2.7: sessions with offline access outlive the browser session.
    @Transactional
    void onBrowserSessionEnded(@Observes @Priority(AFTER_ALL_OTHERS) BrowserSessionEnded event) {
        for (Session session : sessions.findByBrowserSession(event.browserSessionId(), clock.instant())) {
            if (session.currentHash == null) {
                service.endClientSession(session.id, SessionEnd.BROWSER_LOGOUT);
            }
        }
    }

    @Transactional
    void onClientDeleted(@Observes ClientDeleted event) {
        revocations.revoke(RevocationKind.CID, ClientRegistrationKey.of(event.clientId(), event.registration()));
        sessions.liveOfClient(event.clientId(), clock.instant())
                .forEach(id -> service.endClientSession(id, SessionEnd.CLIENT_REMOVED));
    }
}
