package dev.signet.oauth.token;

import dev.signet.clients.GrantType;
import dev.signet.web.meters.EnumMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.function.Supplier;

/** Timers of the token endpoint, one for each grant, after the client is authenticated. Failures count too. */
@Singleton
@Startup
final class GrantTimers {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100), Duration.ofSeconds(1)
    };

    private final EnumMeters<GrantType, Timer> byGrant;

    GrantTimers(MeterRegistry meters) {
        this.byGrant = new EnumMeters<>(
                GrantType.class,
                grant -> Timer.builder("signet_token_grant")
                        .description("Time in which the token endpoint processed a grant of an authenticated client")
                        .tag("grant", EnumMeters.label(grant))
                        .serviceLevelObjectives(BUCKETS)
                        .register(meters));
    }

    TokenResponse time(GrantType grant, Supplier<TokenResponse> work) {
        return byGrant.get(grant).record(work);
    }
}
