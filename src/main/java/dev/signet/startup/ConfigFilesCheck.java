package dev.signet.startup;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Rejects missing property files: Quarkus ignores them, so that their settings, secrets among them, would silently be
 * missing.
 */
@Singleton
final class ConfigFilesCheck implements SettingsCheck {

    private static final List<String> SETTINGS = List.of("quarkus.config.locations", "smallrye.config.locations");

    private final Config config;

    ConfigFilesCheck(Config config) {
        this.config = config;
    }

    @Override
    public void check() {
        for (String setting : SETTINGS) {
            config.getOptionalValue(setting, String[].class).stream()
                    .flatMap(Arrays::stream)
                    .forEach(location -> check(setting, location.strip()));
        }
    }

    private static void check(String setting, String location) {
        if (location.isEmpty()) {
            return;
        }
        try {
            URI uri = URI.create(location);
            if (uri.getScheme() != null && !uri.getScheme().equals("file")) {
                return;
            }
            Path file = uri.getScheme() == null ? Path.of(location) : Path.of(uri);
            if (!Files.isReadable(file)) {
                throw rejection(
                        setting, location, Files.exists(file) ? "the user of Signet may not read" : "does not exist");
            }
        } catch (IllegalArgumentException e) {
            throw rejection(setting, location, "is not a path or URI");
        }
    }

    private static ConfigurationException rejection(String setting, String location, String problem) {
        return new ConfigurationException(Settings.named(setting) + " names " + location + ", which " + problem + ".");
    }
}
