package dev.signet.pages;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/**
 * The choice of a page's language: the first supported one that the client requests ({@code ui_locales}), otherwise the
 * browser ({@code Accept-Language}).
 */
public final class Languages {

    /** The supported languages; the first one is the default. */
    public static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final int MAX_LENGTH = 200;

    private Languages() {}

    /** Returns the language; ignores malformed values. */
    public static Locale choose(@Nullable String uiLocales, @Nullable String acceptLanguage) {
        Locale requested = find(uiLocales == null ? null : uiLocales.strip().replaceAll(" +", ","));
        if (requested != null) {
            return requested;
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
