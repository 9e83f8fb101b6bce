package dev.signet.tokens.ticket;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TicketConfigCheckTest {

    private record FixedConfig(Duration ttl) implements TicketConfig {}

    @Test
    void invalidTicketTtlIsRejectedByName() {
        for (Duration ttl : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1), Duration.ofSeconds(61)}) {
            assertThatThrownBy(() -> start(ttl))
                    .hasMessageContaining("signet.tokens.ticket.ttl (environment variable SIGNET_TOKENS_TICKET_TTL)");
        }
        assertThatCode(() -> start(Duration.ofSeconds(60))).doesNotThrowAnyException();
    }

    private static void start(Duration ttl) {
        new TicketConfigCheck(new FixedConfig(ttl)).check();
    }
}
