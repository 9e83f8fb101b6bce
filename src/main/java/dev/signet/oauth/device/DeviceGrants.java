package dev.signet.oauth.device;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.ClientDeleted;
import dev.signet.database.BatchedRemoval;
import dev.signet.database.DatabaseClock;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.RandomText;
import dev.signet.secrets.SecretDigest;
import dev.signet.throttle.Attempt;
import dev.signet.throttle.AttemptLimits;
import dev.signet.tokens.BrowserSessionEnded;
import dev.signet.web.Caller;
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
import java.util.Set;
import java.util.UUID;

/**
 * Devices that wait for a person: opened by a device, found by the code a person types, decided by that person, and asked about
 * by the device until then.
 */
@ApplicationScoped
public class DeviceGrants {

    private static final String PREFIX = "sgv_";
    private static final int SLOWER_BY_SECONDS = 5;

    private final DeviceRepository repository;
    private final UserCodes userCodes;
    private final AttemptLimits limits;
    private final SecurityEvents events;
    private final BatchedRemoval removal;
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
            BatchedRemoval removal,
            DatabaseClock databaseClock,
            DeviceConfig config,
            Caller caller,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.userCodes = userCodes;
        this.limits = limits;
        this.events = events;
        this.removal = removal;
        this.databaseClock = databaseClock;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
        this.random = random;
    }

    /** Gives a device its two codes. */
    DeviceCodes open(DeviceRequest request) {
        String deviceCode = PREFIX + RandomText.secret(random);
        String userCode = userCodes.fresh();
        byte[] mac = userCodes.mac(userCode);
        if (mac == null) {
            throw new IllegalStateException("the generated user code is malformed");
        }
        // Two of 25,600 million at once are too unlikely to try again for: the device asks anew.
        QuarkusTransaction.requiringNew()
                .run(() -> repository.persist(new StoredDevice(
                        SecretDigest.sha256(deviceCode),
                        mac,
                        request,
                        caller.address(),
                        caller.userAgent(),
                        (int) config.pollInterval().toSeconds(),
                        now().plus(config.ttl()))));
        return new DeviceCodes(deviceCode, userCode, config.ttl(), config.pollInterval());
    }

    /**
     * The device whose code somebody has typed, however it was typed; empty if none waits under it. Guessing is limited, per person
     * and per address.
     *
     * @param accountId who typed it
     * @throws ServiceException {@code too_many_attempts}
     */
    public Optional<WaitingDevice> find(UUID accountId, String userCode) {
        Attempt attempt = limits.begin("device code " + accountId, caller.address());
        byte[] mac = userCodes.mac(userCode);
        Optional<WaitingDevice> device = mac == null
                ? Optional.empty()
                : QuarkusTransaction.requiringNew()
                        .call(() -> repository.waiting(mac, now()).map(StoredDevice::waiting));
        if (device.isPresent()) {
            attempt.withdraw();
        }
        return device;
    }

    /**
     * Lets a device in; false if somebody has decided already, or it waited too long.
     *
     * @throws ServiceException {@code invalid_scope} if more is granted than was asked for
     */
    @Transactional
    public boolean approve(UUID id, Approval approval) {
        StoredDevice device = repository.findById(id);
        if (device == null) {
            return false;
        }
        if (!Set.of(device.scope.split(" ")).containsAll(Set.of(approval.scope().split(" ")))) {
            throw new ServiceException(ErrorCode.INVALID_SCOPE, "the granted scope exceeds the requested one");
        }
        if (!repository.approve(id, approval, now())) {
            return false;
        }
        record(EventType.DEVICE_APPROVED, approval.accountId(), device);
        return true;
    }

    /** Keeps a device out; false if somebody has decided already. */
    @Transactional
    public boolean deny(UUID id, UUID accountId) {
        StoredDevice device = repository.findById(id);
        if (device == null || !repository.deny(id)) {
            return false;
        }
        record(EventType.DEVICE_DENIED, accountId, device);
        return true;
    }

    /** What to tell a device that asks; asking too soon makes it wait longer (RFC 8628 §3.5). */
    @Transactional
    public Poll poll(String deviceCode, String clientId) {
        StoredDevice device =
                repository.ofClient(SecretDigest.sha256(deviceCode), clientId).orElse(null);
        if (device == null || device.state == DeviceState.USED) {
            return Poll.UNKNOWN;
        }
        if (!clock.instant().isBefore(device.expiresAt)) {
            return Poll.EXPIRED;
        }
        return switch (device.state) {
            case DENIED -> Poll.DENIED;
            case APPROVED -> Poll.APPROVED;
            default -> pending(device);
        };
    }

    private Poll pending(StoredDevice device) {
        Instant now = databaseClock.now();
        boolean tooSoon =
                device.polledAt != null && now.isBefore(device.polledAt.plus(Duration.ofSeconds(device.pollSeconds)));
        repository.polled(device.id, now, device.pollSeconds + (tooSoon ? SLOWER_BY_SECONDS : 0));
        return tooSoon ? Poll.TOO_SOON : Poll.PENDING;
    }

    /** Uses a device's codes up within the present transaction, in which its session must be opened too; empty if they are not good any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ApprovedDevice> use(String deviceCode, String clientId) {
        return repository
                .ofClient(SecretDigest.sha256(deviceCode), clientId)
                .filter(device -> device.state == DeviceState.APPROVED)
                .map(StoredDevice::approved)
                .filter(device -> repository.use(device.sessionId(), now()));
    }

    // Who has signed out, or was shut out, lets no device in any more. Before those that end sessions: one that is just
    // being opened
    // for a device is there then, to be ended with the others.
    void onBrowserSessionEnded(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) BrowserSessionEnded event) {
        repository.takeBack(event.browserSessionId());
    }

    /**
     * Denies the devices that an account approved for a client and that have not fetched their tokens, within the present
     * transaction. Waits for a device that fetches its tokens at this moment, whose session the transaction then finds.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(UUID accountId, String clientId) {
        repository.takeBack(accountId, clientId);
    }

    // A client created again under the same client_id must not use the devices of the deleted one.
    void onClientDeleted(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ClientDeleted event) {
        repository.removeOf(event.clientId());
    }

    private void record(EventType type, UUID accountId, StoredDevice device) {
        events.record(SecurityEvent.of(type)
                .actor(accountId)
                .subject(device.id.toString())
                .client(device.clientId));
    }

    /** Removes those that nobody can ask about any more; returns how many. */
    long removeExpired() {
        // A device that asks a little late is told that it is late, not that it is unknown.
        Instant limit = clock.instant().minus(config.ttl());
        return removal.run(() -> repository.removeExpired(limit));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
