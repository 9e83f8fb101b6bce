package dev.signet.accounts.factor;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FactorConfigCheckTest {

    private record FixedConfig(Optional<String> label, Duration enrolmentTtl, int maxFailures)
            implements FactorConfig {}

    @Test
    void unusableLimitsAreRejectedByName() {
        assertThatThrownBy(() -> start(Duration.ofMinutes(-1), 100))
                .hasMessageContaining(
                        "signet.accounts.factor.enrolment-ttl (environment variable SIGNET_ACCOUNTS_FACTOR_ENROLMENT_TTL)");
        assertThatThrownBy(() -> start(Duration.ofMinutes(10), 0))
                .hasMessageContaining(
                        "signet.accounts.factor.max-failures (environment variable SIGNET_ACCOUNTS_FACTOR_MAX_FAILURES)");
        assertThatCode(() -> start(Duration.ofMinutes(10), 1)).doesNotThrowAnyException();
    }

    private static void start(Duration enrolmentTtl, int maxFailures) {
        new FactorConfigCheck(new FixedConfig(Optional.empty(), enrolmentTtl, maxFailures)).check();
    }
}
