package dev.signet.keys.lifecycle;

import dev.signet.keys.Uptime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Time that advances only when the test advances it. Clocks derived from it may be wrong; the uptime is always right.
 */
final class TestTime {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private volatile Duration passed = Duration.ZERO;

    void pass(Duration time) {
        passed = passed.plus(time);
    }

    Instant now() {
        return START.plus(passed);
    }

    Uptime uptime() {
        return () -> passed;
    }

    /** A clock that differs from the test's time by the configured offset. */
    final class OwnClock extends Clock {

        private volatile Duration offset = Duration.ZERO;

        OwnClock setOff(Duration by) {
            offset = by;
            return this;
        }

        @Override
        public Instant instant() {
            return now().plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
