package dev.signet.web.http;

import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The value of {@code Date} (RFC 9110 §6.6.1), formatted once a second. */
@Singleton
public final class HttpDate {

    private record Formatted(long second, CharSequence text) {}

    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private volatile Formatted last = new Formatted(-1, "");

    public HttpDate(Clock clock) {
        this.clock = clock;
    }

    /** Returns the current time as an HTTP date. */
    public CharSequence now() {
        Instant now = clock.instant();
        Formatted cached = last;
        if (cached.second() != now.getEpochSecond()) {
            cached = new Formatted(now.getEpochSecond(), HttpHeaders.createOptimized(IMF_FIXDATE.format(now)));
            last = cached;
        }
        return cached.text();
    }
}
