package dev.signet.startup;

import dev.signet.error.Settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of all settings with their defaults, read from the reference that users read, {@code
 * docs/configuration.md}.
 */
final class SettingNames {

    private static final String REFERENCE = "/META-INF/signet/configuration.md";
    private static final Pattern LINE = Pattern.compile("\\| `(signet\\.[a-z0-9.-]+)` \\| (.*?) \\|.*");
    private static final int MAX_EDIT_DISTANCE = 3;
    // Every table had an interval of its own.
    private static final Pattern FORMER_INTERVAL = Pattern.compile("signet\\..+\\.clean-up-interval");
    private static final Pattern FORMER_INTERVAL_VARIABLE = Pattern.compile("SIGNET_.+_CLEAN_UP_INTERVAL");
    private static final String INTERVAL = "signet.database.clean-up-interval";

    private final Map<String, String> defaults;
    private final Map<String, String> variables = new TreeMap<>();

    private SettingNames(Map<String, String> defaults) {
        this.defaults = defaults;
        defaults.keySet().forEach(name -> variables.put(Settings.variable(name), name));
    }

    static SettingNames read() {
        Map<String, String> defaults = new TreeMap<>();
        try (InputStream file = SettingNames.class.getResourceAsStream(REFERENCE)) {
            if (file == null) {
                throw new IllegalStateException(REFERENCE + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            lines.lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> defaults.put(
                            line.group(1), line.group(2).replace("`", "").strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SettingNames(defaults);
    }

    /** Returns each name with its default; {@code –} if it has none. */
    Map<String, String> defaults() {
        return defaults;
    }

    boolean hasName(String name) {
        return defaults.containsKey(name) || isIndexed(name);
    }

    boolean hasVariable(String variable) {
        return variables.containsKey(variable) || variables.containsKey(variable.replaceFirst("_\\d+_$", ""));
    }

    /** Explains that a name is not a setting, and suggests a similar one or the one that replaced it. */
    String unknown(String name, String source) {
        if (FORMER_INTERVAL.matcher(name).matches()) {
            return name + " is now " + Settings.named(INTERVAL) + ": change it in " + source + ".";
        }
        return Settings.named(name) + ", set in " + source + ", is not a setting"
                + similar(name, defaults.keySet())
                        .map(suggested -> "; did you mean " + suggested + "?")
                        .orElse(".");
    }

    /**
     * Explains that an environment variable does not belong to a setting, and suggests a similar one or the one that
     * replaced it.
     */
    String unknownVariable(String variable) {
        if (FORMER_INTERVAL_VARIABLE.matcher(variable).matches()) {
            return "The environment variable " + variable + " is now " + Settings.variable(INTERVAL) + " (" + INTERVAL
                    + ").";
        }
        return "The environment variable " + variable + " does not match any setting"
                + similar(variable, variables.keySet())
                        .map(suggested -> "; did you mean " + suggested + " (" + variables.get(suggested) + ")?")
                        .orElse(": remove it, or look up the setting in docs/configuration.md.");
    }

    // One element of a list, as in name[0].
    private boolean isIndexed(String name) {
        return name.endsWith("]") && defaults.containsKey(name.replaceFirst("\\[\\d+]$", ""));
    }

    private static Optional<String> similar(String name, Iterable<String> names) {
        Map<String, Integer> distances = new TreeMap<>();
        names.forEach(known -> distances.put(known, distance(name, known)));
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= MAX_EDIT_DISTANCE)
                .min(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    // Levenshtein: inserted, deleted and replaced characters.
    private static int distance(String one, String two) {
        int[] row = new int[two.length() + 1];
        for (int j = 0; j <= two.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= two.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[two.length()];
    }
}
