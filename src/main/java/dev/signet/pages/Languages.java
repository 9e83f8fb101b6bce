package dev.signet.pages;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** Which language a page speaks: the first there is of those a client names ({@code ui_locales}), then the browser ({@code Accept-Language}). */
public final class Languages {

    /** What there are translations for; the first is the one everybody gets who asks for none of them. */
    public static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final int MAX_LENGTH = 200;

    private Languages() {}

    /** Chooses; what is malformed counts as not said. */
    public static Locale choose(@Nullable String uiLocales, @Nullable String acceptLanguage) {
        Locale asked = find(uiLocales == null ? null : uiLocales.strip().replaceAll(" +", ","));
        if (asked != null) {
            return asked;
        }
        Locale accepted = find(acceptLanguage);
        return accepted == null ? SUPPORTED.get(0) : accepted;
    }

    private static @Nullable Locale find(@Nullable String ranges) {
        if (ranges == null || ranges.isBlank() || ranges.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return Locale.lookup(LanguageRange.parse(ranges), SUPPORTED);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
