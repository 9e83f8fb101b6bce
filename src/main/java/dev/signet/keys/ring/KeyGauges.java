package dev.signet.keys.ring;

import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.KeyState;
import dev.signet.web.meters.EnumMeters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * Gauges of the published keys as this node knows them: how old they are and when they change next. They read only
 * memory. A gauge without a value, because no key is in its state, is NaN.
 */
@Singleton
@Startup
final class KeyGauges {

    private static final String SECONDS = "seconds";
    private static final double MILLIS_PER_SECOND = 1_000;
    // A node that has started waits before it changes a key. The margins cover the other work of the job. That of the
    // destruction also covers some restarts, because no token needs the destruction.
    private static final Duration CHANGE_MARGIN = Duration.ofMinutes(50);
    private static final Duration DESTRUCTION_MARGIN = Duration.ofHours(3);

    private final KeyRing ring;
    private final KeySchedule schedule;
    private final Clock clock;

    KeyGauges(KeyRing ring, KeySchedule schedule, Clock clock, MeterRegistry meters) {
        this.ring = ring;
        this.schedule = schedule;
        this.clock = clock;
        for (JwsAlgorithm algorithm : schedule.algorithms()) {
            seconds("signet_signing_key_age", () -> age(algorithm))
                    .description("Time for which the active key of an algorithm has signed")
                    .tag("algorithm", algorithm.wireName())
                    .register(meters);
            KeyState.PUBLISHED.forEach(state -> register(meters, algorithm, state));
        }
        seconds("signet_keys_check_age", () -> seconds(ring.age()))
                .description("Time since this node compared its keys with the database")
                .register(meters);
    }

    private void register(MeterRegistry meters, JwsAlgorithm algorithm, KeyState state) {
        String label = EnumMeters.label(state);
        seconds("signet_signing_key_next_transition", () -> untilNextTransition(algorithm, state))
                .description("Time until the next planned change of a key in a state; negative if it is overdue")
                .tag("algorithm", algorithm.wireName())
                .tag("state", label)
                .register(meters);
        seconds("signet_signing_key_transition_tolerance", () -> seconds(tolerance(state)))
                .description("Time by which a planned change of a key may be late without a fault")
                .tag("algorithm", algorithm.wireName())
                .tag("state", label)
                .register(meters);
        Gauge.builder("signet_signing_keys", () -> in(state, algorithm).size())
                .description("Published keys of an algorithm in a state")
                .tag("algorithm", algorithm.wireName())
                .tag("state", label)
                .register(meters);
    }

    private static Gauge.Builder<?> seconds(String name, DoubleSupplier value) {
        return Gauge.builder(name, value::getAsDouble).baseUnit(SECONDS);
    }

    private List<KeyRecord> in(KeyState state, JwsAlgorithm algorithm) {
        List<KeyRecord> keys = ring.isLoaded() ? ring.keys().keys() : List.of();
        return keys.stream()
                .filter(key -> key.algorithm() == algorithm && key.state() == state)
                .toList();
    }

    private double age(JwsAlgorithm algorithm) {
        return in(KeyState.ACTIVE, algorithm).stream()
                .mapToDouble(key -> seconds(Duration.between(key.activatesAt(), clock.instant())))
                .max()
                .orElse(Double.NaN);
    }

    private double untilNextTransition(JwsAlgorithm algorithm, KeyState state) {
        return in(state, algorithm).stream()
                .map(this::nextTransition)
                .filter(Objects::nonNull)
                .mapToDouble(next -> seconds(Duration.between(clock.instant(), next)))
                .min()
                .orElse(Double.NaN);
    }

    // The next transition of an active key is the announcement of its successor, and after it the activation.
    private @Nullable Instant nextTransition(KeyRecord key) {
        Instant end = key.deactivatesAt();
        return switch (key.state()) {
            case PRE_ACTIVE -> key.activatesAt();
            case ACTIVE ->
                end == null || !in(KeyState.PRE_ACTIVE, key.algorithm()).isEmpty()
                        ? end
                        : end.minus(schedule.announceLead());
            default -> key.destroysAt();
        };
    }

    private Duration tolerance(KeyState state) {
        return state == KeyState.DEACTIVATED
                ? schedule.longestTokenLife().plus(DESTRUCTION_MARGIN)
                : schedule.jwksMaxAge().plus(CHANGE_MARGIN);
    }

    private static double seconds(@Nullable Duration duration) {
        return duration == null ? Double.NaN : duration.toMillis() / MILLIS_PER_SECOND;
    }
}
