package dev.signet.login.pending;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PendingConfigCheckTest {

    private record TestConfig(Duration ttl, int attempts) implements PendingConfig {}

    @Test
    void unusableLimitsAreRejectedByName() {
        assertThatThrownBy(() -> start(Duration.ZERO, 5))
                .hasMessageContaining("signet.login.pending.ttl (environment variable SIGNET_LOGIN_PENDING_TTL)");
        assertThatThrownBy(() -> start(Duration.ofMinutes(5), 0))
                .hasMessageContaining(
                        "signet.login.pending.attempts (environment variable SIGNET_LOGIN_PENDING_ATTEMPTS)");
        assertThatCode(() -> start(Duration.ofMinutes(5), 1)).doesNotThrowAnyException();
    }

    private static void start(Duration ttl, int attempts) {
        new PendingConfigCheck(new TestConfig(ttl, attempts)).check();
    }
}
