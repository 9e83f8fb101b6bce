package dev.signet.web.meters;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * One meter for each constant of an enum. All exist from the start: an increase from 0 to 1 is only visible in a series
 * that had the value 0. A request looks up no meter by its labels.
 *
 * @param <K> the enum
 * @param <M> the type of the meters
 */
public final class EnumMeters<K extends Enum<K>, M> {

    private final Map<K, M> meters;

    /** Registers a meter for each constant. */
    public EnumMeters(Class<K> type, Function<K, M> registration) {
        this.meters = new EnumMap<>(type);
        for (K constant : type.getEnumConstants()) {
            meters.put(constant, registration.apply(constant));
        }
    }

    public M get(K constant) {
        return Objects.requireNonNull(meters.get(constant));
    }

    /** Returns the value of a label: the name of the constant in lower case. */
    public static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
