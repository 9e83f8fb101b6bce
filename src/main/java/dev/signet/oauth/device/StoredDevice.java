package dev.signet.oauth.device;

import dev.signet.clients.Scope;
import dev.signet.database.SpaceSeparatedValues;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.tokens.grant.RequestedAccess;
import dev.signet.web.caller.ClientOrigin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/** Row of the table of devices; only the conditional updates of {@link DeviceRepository} change it. */
@Entity
@Table(name = "device_grant")
class StoredDevice {

    @Id
    UUID id;

    byte[] deviceCodeHash;
    byte[] userCodeMac;
    String clientId;
    String scope;
    String audience;

    @Column(name = "address")
    String ipAddress;

    String userAgent;

    @Enumerated(EnumType.STRING)
    DeviceState state;

    UUID accountId;
    String acr;
    String amr;
    Instant authTime;
    UUID browserSessionId;
    int pollSeconds;
    Instant polledAt;
    Instant expiresAt;

    protected StoredDevice() {}

    StoredDevice(
            byte[] deviceCodeHash,
            byte[] userCodeMac,
            RequestedAccess request,
            ClientOrigin origin,
            int pollSeconds,
            Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.deviceCodeHash = deviceCodeHash;
        this.userCodeMac = userCodeMac;
        this.clientId = request.clientId();
        this.scope = request.scope().toString();
        this.audience = SpaceSeparatedValues.join(request.audience());
        this.ipAddress = origin.ipAddress();
        this.userAgent = origin.userAgent();
        this.state = DeviceState.PENDING;
        this.pollSeconds = pollSeconds;
        this.expiresAt = expiresAt;
    }

    PendingDevice toPendingDevice() {
        return new PendingDevice(id, clientId, Scope.ofText(scope), SpaceSeparatedValues.split(audience), origin());
    }

    ApprovedDevice toApprovedDevice() {
        Authorization authorization = Authorization.ofStored(
                accountId, clientId, audience, scope, AuthenticationContext.ofStored(acr, amr, authTime));
        return new ApprovedDevice(id, authorization, browserSessionId, origin());
    }

    private ClientOrigin origin() {
        return new ClientOrigin(ipAddress, userAgent);
    }
}
