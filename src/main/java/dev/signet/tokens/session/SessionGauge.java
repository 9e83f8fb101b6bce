package dev.signet.tokens.session;

import dev.signet.database.reading.DatabaseReading;
import dev.signet.database.reading.RowEstimates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

import java.time.Clock;

/**
 * Gauge of the live sessions. A reading reads at most {@value #MAX_READ} rows. If the table has more, the share of live
 * sessions among them is applied to the estimated number of rows.
 */
@Singleton
@Startup
final class SessionGauge implements DatabaseReading {

    static final int MAX_READ = 10_000;

    private final SessionRepository sessions;
    private final RowEstimates estimates;
    private final Clock clock;
    private volatile double live = Double.NaN;

    SessionGauge(SessionRepository sessions, RowEstimates estimates, Clock clock, MeterRegistry meters) {
        this.sessions = sessions;
        this.estimates = estimates;
        this.clock = clock;
        Gauge.builder("signet_sessions", () -> live)
                .description("Live sessions; estimated if the table has more than 10,000 rows")
                .register(meters);
    }

    @Override
    public void read() {
        live = live(MAX_READ);
    }

    double live(int maxRead) {
        long read = sessions.countUpTo(maxRead + 1);
        long liveAmongThem = sessions.countLiveAmong(maxRead + 1, clock.instant());
        if (read <= maxRead) {
            return liveAmongThem;
        }
        long rows = estimates.byTable().getOrDefault(sessions.tableName(), read);
        return (double) liveAmongThem / read * Math.max(rows, read);
    }

    @Override
    public void forget() {
        live = Double.NaN;
    }
}
