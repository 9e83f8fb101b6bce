package dev.signet.web.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;

/** Histogram of the times of HTTP requests. There are few buckets, because each one is a series for each label set. */
@Singleton
final class RequestBuckets implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    private static final double[] NANOSECONDS = {1e8, 5e8, 2e9};
    private static final DistributionStatisticConfig BUCKETS = DistributionStatisticConfig.builder()
            .serviceLevelObjectives(NANOSECONDS)
            .build();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS) ? BUCKETS.merge(config) : config;
    }
}
