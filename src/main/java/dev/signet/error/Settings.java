package dev.signet.error;

import io.quarkus.runtime.configuration.ConfigurationException;

import java.time.Duration;
import java.util.Locale;

/**
 * The settings with a common prefix, and the errors for invalid values: they name the key, the environment variable and
 * the problem.
 */
public final class Settings {

    private final String prefix;

    private Settings(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the settings whose keys begin with the prefix and a dot. */
    public static Settings under(String prefix) {
        return new Settings(prefix);
    }

    /**
     * Validates that a duration is positive.
     *
     * @throws ConfigurationException if it is not
     */
    public void positive(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw invalid(setting, "is " + value + " but must be longer than PT0S");
        }
    }

    /**
     * Validates that a number is at least one.
     *
     * @throws ConfigurationException if it is not
     */
    public void positive(String setting, int value) {
        if (value < 1) {
            throw invalid(setting, "is " + value + " but must be at least 1");
        }
    }

    /**
     * Creates the exception that stops the start.
     *
     * @param problem completes a sentence that begins with the setting's name
     */
    public ConfigurationException invalid(String setting, String problem) {
        return new ConfigurationException(named(prefix + "." + setting) + " " + problem + ".");
    }

    /** Returns a setting's key with its environment variable, as in messages about settings. */
    public static String named(String key) {
        return key + " (environment variable " + variable(key) + ")";
    }

    /** Returns the environment variable of a setting. */
    public static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
