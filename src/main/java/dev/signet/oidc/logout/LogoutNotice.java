package dev.signet.oidc.logout;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/** Pending notification of a client about the end of one of its sessions. */
@Entity
@Table(name = "logout_notice")
class LogoutNotice {

    /** Also the {@code jti} of the logout token, so that the client can recognize a second delivery. */
    @Id
    UUID id;

    String clientId;
    UUID accountId;
    UUID sessionId;
    int attempts;
    Instant nextAttemptAt;

    protected LogoutNotice() {}

    static LogoutNotice of(String clientId, UUID accountId, UUID sessionId, Instant now) {
        LogoutNotice notice = new LogoutNotice();
        notice.id = UUID.randomUUID();
        notice.clientId = clientId;
        notice.accountId = accountId;
        notice.sessionId = sessionId;
        notice.nextAttemptAt = now;
        return notice;
    }
}
