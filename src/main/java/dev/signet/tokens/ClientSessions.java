package dev.signet.tokens;

import dev.signet.clients.ClientDeleted;
import dev.signet.database.UniqueViolation;
import dev.signet.jose.VerifiedJwt;
import dev.signet.secrets.SecretDigest;
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

/** The sessions that OAuth clients were given: what a client may ask of them, and what ends them besides their owner. */
@ApplicationScoped
public class ClientSessions {

    private static final int BEHIND_ALL_OTHERS = Interceptor.Priority.LIBRARY_AFTER;

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

    /** Whether a string begins as our refresh tokens do, so that it is worth looking for in the database. */
    public static boolean looksRefreshing(String token) {
        return token.startsWith(RefreshToken.PREFIX);
    }

    /**
     * Ends the session of a refresh token that a client gives back, and with it its access tokens (RFC 7009 §2.1); another
     * client's changes nothing.
     */
    @Transactional
    public void giveBack(String refreshToken, String clientId) {
        Optional.ofNullable(RefreshToken.parse(refreshToken, mac))
                .flatMap(token -> sessions.findByIdOptional(token.family()))
                .filter(session -> session.clientId.equals(clientId))
                .ifPresent(session -> service.endGranted(session.id, SessionEnd.REVOKED_BY_CLIENT));
    }

    /** Revokes one access token in a transaction of its own; its session stays live. */
    public void giveBack(VerifiedJwt accessToken) {
        String entries = status.entriesOf(accessToken.claims().asMap().get("status"));
        String jti = accessToken.claims().string("jti").orElseThrow();
        try {
            QuarkusTransaction.requiringNew().run(() -> revocations.revoke(RevocationKind.JTI, jti, entries));
        } catch (RuntimeException e) {
            if (!UniqueViolation.causedBy(e)) {
                throw e;
            }
            // Another transaction revoked the same token at the same time: its row exists now and is extended.
            QuarkusTransaction.requiringNew().run(() -> revocations.revoke(RevocationKind.JTI, jti, entries));
        }
    }

    /** What a refresh token stands for, in the words of RFC 7662 §2.2; empty unless it is the present one of that client's session. */
    @Transactional
    public Optional<Map<String, Object>> introspect(String refreshToken, String clientId) {
        return Optional.ofNullable(RefreshToken.parse(refreshToken, mac))
                .flatMap(token -> sessions.findByIdOptional(token.family()))
                .filter(session -> session.clientId.equals(clientId) && session.isLive(clock.instant()))
                .filter(session -> SecretDigest.equal(session.currentHash, SecretDigest.sha256(refreshToken)))
                .map(ClientSessions::introspected);
    }

    private static Map<String, Object> introspected(Session session) {
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

    /** The live sessions that clients were given from a browser session. */
    @Transactional
    public List<StartedSession> startedFrom(UUID browserSessionId) {
        return sessions.startedFrom(browserSessionId, clock.instant()).stream()
                .map(session -> new StartedSession(session.id, session.accountId, session.clientId))
                .toList();
    }

    // OpenID Connect Back-Channel Logout §2.7: what was granted for offline access is not for the browser to end.
    @Transactional
    void onBrowserSessionEnded(@Observes @Priority(BEHIND_ALL_OTHERS) BrowserSessionEnded event) {
        for (Session session : sessions.startedFrom(event.browserSessionId(), clock.instant())) {
            if (session.currentHash == null) {
                service.endGranted(session.id, SessionEnd.BROWSER_LOGOUT);
            }
        }
    }

    @Transactional
    void onClientDeleted(@Observes ClientDeleted event) {
        revocations.revoke(RevocationKind.CID, ClientRegistrationKey.of(event.clientId(), event.registration()));
        sessions.liveOfClient(event.clientId(), clock.instant())
                .forEach(id -> service.endGranted(id, SessionEnd.CLIENT_REMOVED));
    }
}
