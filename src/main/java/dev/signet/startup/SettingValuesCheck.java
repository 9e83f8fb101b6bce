package dev.signet.startup;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

import java.time.Duration;
import java.util.regex.Pattern;

/** Rejects negative numbers and durations, and job intervals of zero. The packages validate narrower limits. */
@Singleton
final class SettingValuesCheck implements SettingsCheck {

    private static final Pattern DURATION = Pattern.compile("P[0-9T].*");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Config config;

    SettingValuesCheck(Config config) {
        this.config = config;
    }

    @Override
    public void check() {
        SettingNames.read().defaults().forEach((name, defaultValue) -> {
            if (DURATION.matcher(defaultValue).matches()) {
                config.getOptionalValue(name, Duration.class).ifPresent(value -> check(name, value));
            } else if (NUMBER.matcher(defaultValue).matches()) {
                config.getOptionalValue(name, Long.class)
                        .filter(value -> value < 0)
                        .ifPresent(value -> reject(name, value, "0 or more"));
            }
        });
    }

    private static void check(String name, Duration value) {
        if (value.isNegative()) {
            reject(name, value, "PT0S or longer");
        }
        if (value.isZero() && name.endsWith("-interval")) {
            reject(name, value, "longer than PT0S");
        }
    }

    private static void reject(String name, Object value, String allowed) {
        throw new ConfigurationException(Settings.named(name) + " is " + value + " but must be " + allowed + ".");
    }
}
