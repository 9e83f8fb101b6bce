package dev.signet.oidc.userinfo;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/** What the client of a session asked UserInfo for by name, beyond the scope (OpenID Connect Core §5.5). */
@Entity
@Table(name = "user_info_request")
class UserInfoRequest {

    @Id
    UUID sessionId;

    String claims;
    Instant removeAfter;

    protected UserInfoRequest() {}

    UserInfoRequest(UUID sessionId, String claims, Instant removeAfter) {
        this.sessionId = sessionId;
        this.claims = claims;
        this.removeAfter = removeAfter;
    }
}
