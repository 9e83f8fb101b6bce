package dev.signet.tokens.dpop;

import dev.signet.support.SettableClock;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class DpopNoncesTest {

    private static final Duration LIFE = Duration.ofMinutes(4);

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-22T12:00:00Z"));

    @Test
    void nonceIsAcceptedUntilItExpires() {
        DpopNonces nonces = nonces("installation");
        String nonce = nonces.current();

        assertThat(nonces.accepts(nonce)).isTrue();
        clock.advance(LIFE.minusSeconds(1));
        assertThat(nonces.accepts(nonce)).isTrue();
        assertThat(nonces.current()).isNotEqualTo(nonce);
        clock.advance(Duration.ofSeconds(1));
        assertThat(nonces.accepts(nonce)).isFalse();
    }

    @Test
    void nonceOfOneNodeIsAcceptedByAnother() {
        assertThat(nonces("installation").accepts(nonces("installation").current()))
                .isTrue();
    }

    @Test
    void nonceOfNodeWithClockAheadIsAccepted() {
        clock.advance(Duration.ofSeconds(5));
        String ahead = nonces("installation").current();
        clock.advance(Duration.ofSeconds(-10));

        assertThat(nonces("installation").accepts(ahead)).isTrue();
    }

    @Test
    void nonceOfAnotherInstallationIsRejected() {
        assertThat(nonces("installation").accepts(nonces("another").current())).isFalse();
        assertThat(nonces("installation").accepts("")).isFalse();
        assertThat(nonces("installation").accepts("ü")).isFalse();
    }

    private DpopNonces nonces(String installation) {
        return new DpopNonces(
                purpose -> (installation + purpose).getBytes(StandardCharsets.US_ASCII), new Config(), clock);
    }

    private static final class Config implements DpopConfig {

        @Override
        public Duration proofLife() {
            return Duration.ofSeconds(60);
        }

        @Override
        public boolean nonceRequired() {
            return true;
        }

        @Override
        public Duration nonceLife() {
            return LIFE;
        }
    }
}
