package dev.signet.throttle;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.support.SettableClock;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@OnBothStacks
class AttemptLimitsTest {

    private static final String HOME = "198.51.100.7";
    private static final String ELSEWHERE = "203.0.113.66";

    @Inject
    AttemptCounters counters;

    @Inject
    KnownIpAddresses knownIpAddresses;

    @Inject
    ThrottleCounters throttled;

    private static final ThrottleConfig DEFAULTS = new SmallRyeConfigBuilder()
            .withMapping(ThrottleConfig.class)
            .build()
            .getConfigMapping(ThrottleConfig.class);

    @Inject
    EntityManager entities;

    final SettableClock clock = SettableClock.atNow();
    final String victim = "victim-" + UUID.randomUUID();
    AttemptLimits limits;

    @BeforeEach
    void emptyTables() {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("delete from attempt_counter").executeUpdate();
            entities.createNativeQuery("delete from known_address").executeUpdate();
        });
        limits = new AttemptLimits(counters, knownIpAddresses, DEFAULTS, throttled, clock);
    }

    @Test
    void accountLimitRejectsWithRetryAfter() {
        exhaustLimit(victim, ELSEWHERE, 10);

        clock.advance(Duration.ofMinutes(5));
        assertThatThrownBy(() -> limits.begin(victim, ELSEWHERE))
                .isInstanceOfSatisfying(ServiceException.class, rejection -> {
                    assertThat(rejection.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
                    assertThat(rejection.retryAfter()).isEqualTo(Duration.ofMinutes(10));
                });
    }

    @Test
    void clearedAccountIsAllowedFromEveryIpAddress() {
        limits.begin(victim, HOME).markSucceeded();
        exhaustLimit(victim, HOME, 10);
        exhaustLimit(victim, ELSEWHERE, 10);
        String neighbour = "neighbour-" + UUID.randomUUID();
        exhaustLimit(neighbour, ELSEWHERE, 10);

        QuarkusTransaction.requiringNew().run(() -> limits.clear(victim));

        limits.begin(victim, HOME);
        limits.begin(victim, ELSEWHERE);
        assertRejected(neighbour, ELSEWHERE);
    }

    @Test
    void firstRejectionIsReportedOncePerWindow() {
        AtomicInteger reports = new AtomicInteger();

        for (int window = 1; window <= 2; window++) {
            for (int attempt = 0; attempt < 10; attempt++) {
                limits.begin(victim, ELSEWHERE, reports::incrementAndGet);
            }
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> limits.begin(victim, ELSEWHERE, reports::incrementAndGet))
                        .isInstanceOf(ServiceException.class);
            }
            assertThat(reports).hasValue(window);
            clock.advance(Duration.ofMinutes(15));
        }
    }

    @Test
    void rejectionsByTheIpAddressLimitAreReportedOnce() {
        AtomicInteger reports = new AtomicInteger();
        for (int i = 0; i < 50; i++) {
            limits.begin("account-" + i, ELSEWHERE);
        }

        for (int i = 50; i < 60; i++) {
            String account = "account-" + i;
            assertThatThrownBy(() -> limits.begin(account, ELSEWHERE, reports::incrementAndGet))
                    .isInstanceOf(ServiceException.class);
        }

        assertThat(reports).hasValue(1);
    }

    @Test
    void ipAddressLimitCoversAllAccounts() {
        for (int i = 0; i < 50; i++) {
            limits.begin("account-" + i, ELSEWHERE);
        }

        assertRejected("account-50", ELSEWHERE);
        limits.begin("account-50", HOME);
    }

    @Test
    void newWindowStartsWhenTheOldOneEnds() {
        exhaustLimit(victim, ELSEWHERE, 10);

        clock.advance(Duration.ofMinutes(15));

        exhaustLimit(victim, ELSEWHERE, 10);
    }

    @Test
    void failuresElsewhereDoNotLockOutAKnownIpAddress() {
        limits.begin(victim, HOME).markSucceeded();
        exhaustLimit(victim, ELSEWHERE, 10);

        limits.begin(victim, HOME).markSucceeded();
    }

    @Test
    void failuresOnOtherAccountsDoNotLockOutAKnownIpAddress() {
        limits.begin(victim, HOME).markSucceeded();
        for (int i = 0; i < 50; i++) {
            limits.begin("account-" + i, HOME);
        }
        assertRejected("account-50", HOME);

        limits.begin(victim, HOME).markSucceeded();
    }

    @Test
    void attemptsFromAKnownIpAddressAreLimited() {
        limits.begin(victim, HOME).markSucceeded();

        exhaustLimit(victim, HOME, 10);
    }

    @Test
    void ipAddressIsKnownOnlyForTheAccountThatSignedIn() {
        limits.begin("intruder", ELSEWHERE).markSucceeded();
        exhaustLimit(victim, HOME, 10);

        assertRejected(victim, ELSEWHERE);
    }

    @Test
    void successfulAttemptsAreNotCounted() {
        for (int i = 0; i < 60; i++) {
            limits.begin(victim, HOME).markSucceeded();
        }
        exhaustLimit(victim, HOME, 10);
    }

    @Test
    void withdrawnAttemptsAreNotCountedAndAddNoKnownIpAddress() {
        for (int i = 0; i < 60; i++) {
            limits.begin(victim, ELSEWHERE).withdraw();
        }
        exhaustLimit(victim, ELSEWHERE, 10);
        assertRejected(victim, HOME);
    }

    @Test
    void rejectedAttemptDoesNotCountForTheIpAddress() {
        exhaustLimit(victim, ELSEWHERE, 10);
        for (int i = 0; i < 60; i++) {
            assertRejected(victim, ELSEWHERE);
        }

        limits.begin("another user", ELSEWHERE);
    }

    @Test
    void lateSuccessDoesNotReduceTheNextWindow() {
        Attempt slow = limits.begin(victim, ELSEWHERE);
        clock.advance(Duration.ofMinutes(16));
        exhaustLimit(victim, HOME, 10);

        slow.markSucceeded();

        assertRejected(victim, HOME);
    }

    @Test
    void ipv6AddressesOfOneSiteShareALimit() {
        for (int i = 0; i < 50; i++) {
            limits.begin("account-" + i, "2001:db8:1:2::" + Integer.toHexString(i + 1));
        }

        assertRejected("account-50", "2001:db8:1:2:ffff::1");
        limits.begin("account-50", "2001:db8:1:3::1");
    }

    @Test
    void publicClientLimitLastsAtMostAMinute() {
        for (int i = 0; i < 60; i++) {
            limits.countPublicRequest(ELSEWHERE);
        }

        clock.advance(Duration.ofSeconds(20));
        assertThatThrownBy(() -> limits.countPublicRequest(ELSEWHERE))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.retryAfter()).isEqualTo(Duration.ofSeconds(40)));
        limits.countPublicRequest(HOME);
        clock.advance(Duration.ofSeconds(40));
        limits.countPublicRequest(ELSEWHERE);
    }

    @Test
    void concurrentAttemptsCannotExceedTheLimit() throws Exception {
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String ipAddress = "192.0.2." + i;
            attempts.add(() -> isAllowed(victim, ipAddress));
        }

        assertThat(countAllowedConcurrently(attempts)).isEqualTo(10);
    }

    @Test
    void concurrentFirstAttemptsBelowTheLimitAreAllowed() throws Exception {
        for (int round = 0; round < 20; round++) {
            String ipAddress = "192.0.2." + round;
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String account = "account-" + round + "-" + i;
                attempts.add(() -> isAllowed(account, ipAddress));
            }

            assertThat(countAllowedConcurrently(attempts)).isEqualTo(16);
        }
    }

    @Test
    void countersAreSharedBetweenNodes() {
        exhaustLimit(victim, ELSEWHERE, 10);

        AttemptLimits otherNode = new AttemptLimits(counters, knownIpAddresses, DEFAULTS, throttled, clock);

        assertThatThrownBy(() -> otherNode.begin(victim, ELSEWHERE)).isInstanceOf(ServiceException.class);
    }

    @Test
    void knownIpAddressesAreLimitedPerAccount() {
        for (int i = 0; i < 30; i++) {
            limits.begin(victim, "192.0.2." + i).markSucceeded();
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(rows("known_address")).isEqualTo(20);
    }

    @Test
    void cleanUpDeletesAllExpiredRows() {
        limits.begin(victim, HOME).markSucceeded();
        limits.begin(victim, ELSEWHERE);
        assertThat(removeExpired()).isZero();

        clock.advance(Duration.ofDays(91));
        removeExpired();

        assertThat(rows("attempt_counter")).isZero();
        assertThat(rows("known_address")).isZero();
    }

    private long removeExpired() {
        return Sweep.table("attempt_counter", clock.instant()) + Sweep.table("known_address", clock.instant());
    }

    private boolean isAllowed(String account, String ipAddress) {
        try {
            limits.begin(account, ipAddress);
            return true;
        } catch (ServiceException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
            return false;
        }
    }

    private static int countAllowedConcurrently(List<Callable<Boolean>> attempts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        int allowed = 0;
        for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
            allowed += attempt.get() ? 1 : 0;
        }
        threads.shutdown();
        return allowed;
    }

    private void exhaustLimit(String account, String ipAddress, int limit) {
        for (int i = 0; i < limit; i++) {
            limits.begin(account, ipAddress);
        }
        assertRejected(account, ipAddress);
    }

    private void assertRejected(String account, String ipAddress) {
        assertThatThrownBy(() -> limits.begin(account, ipAddress))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS));
    }

    private long rows(String table) {
        return ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }
}
