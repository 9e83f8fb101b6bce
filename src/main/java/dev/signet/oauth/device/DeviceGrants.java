package dev.signet.oauth.device;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.ClientDeleted;
import dev.signet.clients.Scope;
import dev.signet.database.DatabaseClock;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.SecretDigest;
import dev.signet.secrets.TokenPrefix;
import dev.signet.throttle.Attempt;
import dev.signet.throttle.AttemptLimits;
import dev.signet.tokens.grant.RequestedAccess;
import dev.signet.tokens.session.BrowserSessionEnded;
import dev.signet.web.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Service for device grants: a device opens one and polls it, a user finds it by the user code and decides. */
@ApplicationScoped
public class DeviceGrants {

    private static final int SLOW_DOWN_SECONDS = 5;

    private final DeviceRepository repository;
    private final UserCodes userCodes;
    private final AttemptLimits limits;
    private final SecurityEvents events;
    private final DatabaseClock databaseClock;
    private final DeviceConfig config;
    private final Caller caller;
    private final Clock clock;
    private final SecureRandom random;

    DeviceGrants(
            DeviceRepository repository,
            UserCodes userCodes,
            AttemptLimits limits,
            SecurityEvents events,
            DatabaseClock databaseClock,
            DeviceConfig config,
            Caller caller,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.userCodes = userCodes;
        this.limits = limits;
        this.events = events;
        this.databaseClock = databaseClock;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
        this.random = random;
    }

    /** Issues a device code and a user code. */
    DeviceCodes open(RequestedAccess request) {
        String deviceCode = TokenPrefix.DEVICE_CODE.randomToken(random);
        String userCode = userCodes.generate();
        byte[] mac = userCodes.mac(userCode);
        if (mac == null) {
            throw new IllegalStateException("the generated user code is malformed");
        }
        // A collision among 25.6 billion user codes is too unlikely for a retry: the device sends a new request.
        QuarkusTransaction.requiringNew()
                .run(() -> repository.persist(new StoredDevice(
                        SecretDigest.sha256(deviceCode),
                        mac,
                        request,
                        caller.origin(),
                        (int) config.pollInterval().toSeconds(),
                        now().plus(config.ttl()))));
        return new DeviceCodes(deviceCode, userCode, config.ttl(), config.pollInterval());
    }

    /**
     * Finds the pending device of a user code, in any notation; returns empty if there is none. Attempts are limited
     * per user and per IP address.
     *
     * @param accountId the account of the user who entered the code
     * @throws ServiceException {@code too_many_attempts}
     */
    public Optional<PendingDevice> find(UUID accountId, String userCode) {
        Attempt attempt = limits.begin("device code " + accountId, caller.ipAddress());
        byte[] mac = userCodes.mac(userCode);
        Optional<PendingDevice> device = mac == null
                ? Optional.empty()
                : QuarkusTransaction.requiringNew()
                        .call(() -> repository.findPending(mac, now()).map(StoredDevice::toPendingDevice));
        if (device.isPresent()) {
            attempt.withdraw();
        }
        return device;
    }

    /**
     * Approves a device; returns false if the decision was made before or the codes have expired.
     *
     * @throws ServiceException {@code invalid_scope} if the approved scope exceeds the requested one
     */
    @Transactional
    public boolean approve(UUID id, DeviceApproval approval) {
        StoredDevice device = repository.findById(id);
        if (device == null) {
            return false;
        }
        if (!Scope.ofText(device.scope).containsAll(approval.scope())) {
            throw new ServiceException(ErrorCode.INVALID_SCOPE, "the granted scope exceeds the requested one");
        }
        if (!repository.approve(id, approval, now())) {
            return false;
        }
        record(EventType.DEVICE_APPROVED, approval.accountId(), device);
        return true;
    }

    /** Denies a device; returns false if the decision was made before. */
    @Transactional
    public boolean deny(UUID id, UUID accountId) {
        StoredDevice device = repository.findById(id);
        if (device == null || !repository.deny(id)) {
            return false;
        }
        record(EventType.DEVICE_DENIED, accountId, device);
        return true;
    }

    /**
     * Returns the state of a device to the device that polls; polling too fast increases its interval (RFC 8628 §3.5).
     */
    @Transactional
    public DevicePollResult poll(String deviceCode, String clientId) {
        StoredDevice device = repository
                .findOfClient(SecretDigest.sha256(deviceCode), clientId)
                .orElse(null);
        if (device == null || device.state == DeviceState.USED) {
            return DevicePollResult.UNKNOWN;
        }
        if (!clock.instant().isBefore(device.expiresAt)) {
            return DevicePollResult.EXPIRED;
        }
        return switch (device.state) {
            case DENIED -> DevicePollResult.DENIED;
            case APPROVED -> DevicePollResult.APPROVED;
            default -> recordPoll(device);
        };
    }

    private DevicePollResult recordPoll(StoredDevice device) {
        Instant now = databaseClock.now();
        boolean tooSoon =
                device.polledAt != null && now.isBefore(device.polledAt.plus(Duration.ofSeconds(device.pollSeconds)));
        repository.recordPoll(device.id, now, device.pollSeconds + (tooSoon ? SLOW_DOWN_SECONDS : 0));
        return tooSoon ? DevicePollResult.TOO_SOON : DevicePollResult.PENDING;
    }

    /**
     * Consumes the codes of a device within the current transaction, in which its session must be opened too; returns
     * empty if they are not valid.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ApprovedDevice> consume(String deviceCode, String clientId) {
        return repository
                .findOfClient(SecretDigest.sha256(deviceCode), clientId)
                .filter(device -> device.state == DeviceState.APPROVED)
                .map(StoredDevice::toApprovedDevice)
                .filter(device -> repository.consume(device.sessionId(), now()));
    }

    // A sign-out or a revocation invalidates the approvals of the browser session. This observer runs before those that
    // end sessions, so that they find a session that a device opens at the same time.
    void onBrowserSessionEnded(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) BrowserSessionEnded event) {
        repository.revokeApproved(event.browserSessionId());
    }

    /**
     * Denies the devices that an account approved for a client and that have not fetched their tokens, within the
     * current transaction. Waits for a device that fetches its tokens at this moment, whose session the transaction
     * then finds.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void revokeApproved(UUID accountId, String clientId) {
        repository.revokeApproved(accountId, clientId);
    }

    // A client created again under the same client_id must not use the devices of the deleted one.
    void onClientDeleted(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ClientDeleted event) {
        repository.removeAllOfClient(event.clientId());
    }

    private void record(EventType type, UUID accountId, StoredDevice device) {
        events.record(SecurityEvent.of(type)
                .actor(accountId)
                .subject(device.id.toString())
                .client(device.clientId));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
