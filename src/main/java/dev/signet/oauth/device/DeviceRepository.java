package dev.signet.oauth.device;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of devices. One conditional update changes the state; its row count decides. */
@ApplicationScoped
class DeviceRepository implements PanacheRepositoryBase<StoredDevice, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("device_grant", "id", "expires_at");

    private final DeviceConfig config;

    DeviceRepository(DeviceConfig config) {
        this.config = config;
    }

    Optional<StoredDevice> findPending(byte[] userCodeMac, Instant now) {
        return find("userCodeMac = ?1 and state = ?2 and expiresAt > ?3", userCodeMac, DeviceState.PENDING, now)
                .firstResultOptional();
    }

    Optional<StoredDevice> findOfClient(byte[] deviceCodeHash, String clientId) {
        return find("deviceCodeHash = ?1 and clientId = ?2", deviceCodeHash, clientId)
                .firstResultOptional();
    }

    boolean approve(UUID id, DeviceApproval approval, Instant now) {
        return update(
                        "state = ?1, accountId = ?2, scope = ?3, acr = ?4, amr = ?5, authTime = ?6, browserSessionId = ?7"
                                + " where id = ?8 and state = ?9 and expiresAt > ?10",
                        DeviceState.APPROVED,
                        approval.accountId(),
                        approval.scope().toString(),
                        approval.authenticationContext().acr(),
                        approval.authenticationContext().amrText(),
                        approval.authenticationContext().authTime(),
                        approval.browserSessionId(),
                        id,
                        DeviceState.PENDING,
                        now)
                == 1;
    }

    boolean deny(UUID id) {
        return update("state = ?1 where id = ?2 and state = ?3", DeviceState.DENIED, id, DeviceState.PENDING) == 1;
    }

    /**
     * Denies the devices that were approved in a browser session and not used yet. Waits for a device whose tokens are
     * being issued, and leaves it unchanged.
     */
    void revokeApproved(UUID browserSessionId) {
        update(
                "state = ?1 where browserSessionId = ?2 and state = ?3",
                DeviceState.DENIED,
                browserSessionId,
                DeviceState.APPROVED);
    }

    /** Denies the devices that an account approved for a client. */
    void revokeApproved(UUID accountId, String clientId) {
        update(
                "state = ?1 where accountId = ?2 and clientId = ?3 and state = ?4",
                DeviceState.DENIED,
                accountId,
                clientId,
                DeviceState.APPROVED);
    }

    /** Deletes the devices of a client in every state; waits for a device whose tokens are being issued. */
    void removeAllOfClient(String clientId) {
        delete("clientId", clientId);
    }

    boolean consume(UUID id, Instant now) {
        return update(
                        "state = ?1 where id = ?2 and state = ?3 and expiresAt > ?4",
                        DeviceState.USED,
                        id,
                        DeviceState.APPROVED,
                        now)
                == 1;
    }

    void recordPoll(UUID id, Instant at, int pollSeconds) {
        update("polledAt = ?1, pollSeconds = ?2 where id = ?3", at, pollSeconds, id);
    }

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        // A device that polls a little late receives expired_token, not invalid_grant.
        return EXPIRED.delete(getEntityManager(), now.minus(config.ttl()), limit);
    }
}
