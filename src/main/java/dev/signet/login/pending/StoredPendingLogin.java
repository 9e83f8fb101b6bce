package dev.signet.login.pending;

import dev.signet.clients.Scope;
import dev.signet.database.SpaceSeparatedValues;
import dev.signet.tokens.grant.RequestedAccess;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/** A pending login as stored in the table. */
@Entity
@Table(name = "pending_login")
class StoredPendingLogin {

    @Id
    UUID id;

    byte[] tokenHash;
    UUID accountId;
    int accountVersion;
    String clientId;
    String audience;
    String scope;
    String method;
    int attempts;
    Instant expiresAt;

    protected StoredPendingLogin() {}

    StoredPendingLogin(byte[] tokenHash, PendingLogin login, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.tokenHash = tokenHash;
        this.accountId = login.accountId();
        this.accountVersion = login.accountVersion();
        this.clientId = login.loginAccess().clientId();
        this.audience = SpaceSeparatedValues.join(login.loginAccess().audience());
        this.scope = login.loginAccess().scope().toString();
        this.method = login.method();
        this.expiresAt = expiresAt;
    }

    PendingLogin view() {
        return new PendingLogin(
                accountId,
                accountVersion,
                new RequestedAccess(clientId, SpaceSeparatedValues.split(audience), Scope.ofText(scope)),
                method);
    }
}
