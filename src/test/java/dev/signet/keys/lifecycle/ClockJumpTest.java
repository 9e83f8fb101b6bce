package dev.signet.keys.lifecycle;

import dev.signet.keys.DisabledJobs;
import dev.signet.keys.KeySchedule;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static dev.signet.jose.jwk.JwsAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TestProfile(DisabledJobs.class)
@OnBothStacks
class ClockJumpTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    // The tightest schedule that the invariant allows, so that only the clock guard prevents the loss of a key when a
    // clock is wrong.
    private static final KeySchedule TIGHT = new KeySchedule(
            Cluster.SCHEDULE.algorithms(),
            Duration.ofHours(10),
            Duration.ofSeconds(635),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3635),
            Duration.ofHours(1));

    @Inject
    Cluster cluster;

    private final TestTime time = new TestTime();
    private final TestTime.OwnClock clock = time.new OwnClock();
    private Cluster.Node node;

    @BeforeEach
    void oneNode() {
        cluster.deleteAllKeys();
        node = cluster.node(TIGHT, clock, time.uptime()).start();
    }

    @Test
    void clockJumpForwardKeepsKeysOfValidTokens() {
        String old = node.active(ES256).kid();
        run(TWO_HOURS);
        node.rotation().rotate(ES256, true, null);
        run(MINUTE);

        clock.setOff(TWO_HOURS);
        run(TIGHT.retireTime().minus(MINUTE.multipliedBy(2)));
        assertThat(node.ring().find(old)).isNotNull();

        run(MINUTE.multipliedBy(3));
        assertThat(node.ring().find(old)).isNull();
    }

    @Test
    void clockJumpForwardDoesNotActivateSuccessorEarly() {
        String old = node.active(ES256).kid();
        run(TWO_HOURS);
        node.rotation().rotate(ES256, false, null);

        clock.setOff(TWO_HOURS);
        run(TIGHT.announceLead().minus(MINUTE));
        assertThat(node.ring().signer(ES256).kid()).isEqualTo(old);

        run(MINUTE.multipliedBy(3));
        assertThat(node.ring().signer(ES256).kid()).isNotEqualTo(old);
    }

    @Test
    void restartWithWrongClockKeepsKeysOfValidTokens() {
        String old = node.active(ES256).kid();
        node.rotation().rotate(ES256, true, null);

        clock.setOff(TWO_HOURS);
        node = cluster.node(TIGHT, clock, time.uptime()).start();
        run(TIGHT.retireTime().minus(MINUTE.multipliedBy(2)));

        assertThat(node.ring().find(old)).isNotNull();
    }

    @Test
    void clockJumpBackOnlyDelaysDestruction() {
        String old = node.active(ES256).kid();
        node.rotation().rotate(ES256, true, null);

        clock.setOff(TWO_HOURS.negated());
        run(TIGHT.retireTime());
        assertThat(node.ring().find(old)).isNotNull();

        run(TWO_HOURS.plus(MINUTE));
        assertThat(node.ring().find(old)).isNull();
    }

    @Test
    void timesPlannedByAClockYearsAheadAreCorrected() {
        clock.setOff(Duration.ofDays(3650));
        String old = node.active(ES256).kid();
        node.rotation().rotate(ES256, true, null);
        String signing = node.active(ES256).kid();
        node.rotation().rotate(ES256, false, null);

        clock.setOff(Duration.ZERO);
        run(TIGHT.rotationPeriod());

        assertThat(node.ring().find(old)).isNull();
        assertThat(node.ring().signer(ES256).kid()).isNotEqualTo(signing);
    }

    @Test
    void repeatedClockJumpsKeepASigner() {
        for (int i = 0; i < 10; i++) {
            clock.setOff(i % 2 == 0 ? TWO_HOURS : TWO_HOURS.negated());
            run(MINUTE);
            assertThat(node.ring().isReady()).isTrue();
            assertThat(node.ring().find(node.ring().signer(ES256).kid())).isNotNull();
        }
    }

    private void run(Duration duration) {
        for (Duration left = duration; !left.isNegative() && !left.isZero(); left = left.minus(MINUTE)) {
            time.pass(left.compareTo(MINUTE) < 0 ? left : MINUTE);
            node.tick();
        }
    }
}
