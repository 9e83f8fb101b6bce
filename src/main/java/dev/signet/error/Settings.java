package dev.signet.error;

import io.quarkus.runtime.configuration.ConfigurationException;

import java.time.Duration;
import java.util.Locale;

/** The settings under one prefix, as a start refuses them: by key and environment variable, saying what is wrong. */
public final class Settings {

    private final String prefix;

    private Settings(String prefix) {
        this.prefix = prefix;
    }

    /** The settings whose keys begin with the prefix and a dot. */
    public static Settings under(String prefix) {
        return new Settings(prefix);
    }

    /** Refuses a duration that is not longer than nothing. */
    public void positive(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw refused(setting, "is " + value + " but must be longer than PT0S");
        }
    }

    /** Refuses a number below one. */
    public void positive(String setting, int value) {
        if (value < 1) {
            throw refused(setting, "is " + value + " but must be at least 1");
        }
    }

    /** What stops the start; the problem completes a sentence that begins with the setting's name. */
    public ConfigurationException refused(String setting, String problem) {
        return new ConfigurationException(named(prefix + "." + setting) + " " + problem + ".");
    }

    /** Returns a setting's key with its environment variable, the form for messages about settings. */
    public static String named(String key) {
        return key + " (environment variable " + variable(key) + ")";
    }

    /** Returns the environment variable of a setting. */
    public static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
