package dev.signet.keys.lifecycle;

import dev.signet.keys.DisabledJobs;
import dev.signet.keys.ring.KeyRings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;

import static dev.signet.jose.jwk.JwsAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;

/** The gauges of the keys during a rotation, and when a step of it is overdue. */
@QuarkusTest
@TestProfile(DisabledJobs.class)
class KeyGaugesTest {

    private static final String AGE = "signet_signing_key_age";
    private static final String NEXT = "signet_signing_key_next_transition";

    @Inject
    Cluster cluster;

    private final TestTime time = new TestTime();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Cluster.Node node;

    @BeforeEach
    void oneActiveKey() {
        cluster.deleteAllKeys();
        Clock clock = time.new OwnClock();
        node = cluster.node(Cluster.SCHEDULE, clock, time.uptime());
        KeyRings.registerGauges(node.ring(), Cluster.SCHEDULE, clock, meters);
    }

    @Test
    void gaugesAreUnknownBeforeTheKeysAreLoaded() {
        assertThat(meters.get(AGE).gauge().value()).isNaN();
        assertThat(next("active")).isNaN();
        assertThat(meters.get("signet_keys_check_age").gauge().value()).isNaN();
        assertThat(count("active")).isZero();
    }

    @Test
    void gaugesFollowARotation() {
        node.start();
        time.pass(Duration.ofMinutes(90));
        node.tick();
        assertThat(meters.get(AGE).tag("algorithm", "ES256").gauge().value()).isEqualTo(5_400);
        assertThat(next("active")).as("until the announcement").isEqualTo((10 - 1 - 1.5) * 3_600);
        assertThat(next("pre_active")).isNaN();

        node.rotation().rotate(ES256, false, null);
        assertThat(count("pre_active")).isEqualTo(1);
        assertThat(next("pre_active")).isEqualTo(3_600);
        assertThat(next("active")).as("until its successor is active").isEqualTo(3_600);

        node.runFor(Duration.ofMinutes(70), time);
        assertThat(count("deactivated")).isEqualTo(1);
        assertThat(next("deactivated")).isEqualTo(110 * 60);
        assertThat(next("pre_active")).isNaN();
        assertThat(meters.get(AGE).gauge().value()).isEqualTo(600);
    }

    @Test
    void overdueTransitionIsNegative() {
        node.start();

        time.pass(Duration.ofHours(12));

        assertThat(next("active")).isEqualTo(-3 * 3_600);
        assertThat(meters.get("signet_keys_check_age").gauge().value()).isEqualTo(12 * 3_600);
    }

    @Test
    void toleranceFollowsTheWaitsOfTheSchedule() {
        assertThat(tolerance("pre_active"))
                .isEqualTo(tolerance("active"))
                .isEqualTo(Cluster.SCHEDULE.jwksMaxAge().toSeconds() + 50 * 60);
        assertThat(tolerance("deactivated"))
                .isEqualTo(Cluster.SCHEDULE.longestTokenLife().toSeconds() + 3 * 3_600);
    }

    private double tolerance(String state) {
        return meters.get("signet_signing_key_transition_tolerance")
                .tag("state", state)
                .gauge()
                .value();
    }

    private double next(String state) {
        return meters.get(NEXT).tag("state", state).gauge().value();
    }

    private double count(String state) {
        return meters.get("signet_signing_keys").tag("state", state).gauge().value();
    }
}
