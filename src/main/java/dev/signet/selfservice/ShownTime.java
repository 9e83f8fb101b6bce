package dev.signet.selfservice;

import io.quarkus.qute.TemplateData;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time on a page, in UTC.
 *
 * @param iso the time for programs (RFC 3339)
 * @param text the time for users, in their language
 */
@TemplateData
public record ShownTime(String iso, String text) {

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter GERMAN =
            DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public static ShownTime of(Instant time, Locale language) {
        DateTimeFormatter format = language.equals(Locale.GERMAN) ? GERMAN : ENGLISH;
        return new ShownTime(time.truncatedTo(ChronoUnit.SECONDS).toString(), format.format(time));
    }
}
