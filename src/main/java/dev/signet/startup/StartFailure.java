package dev.signet.startup;

import dev.signet.database.DatabaseProblem;
import dev.signet.error.Settings;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains a failed start in one sentence that names the setting and its environment variable. */
final class StartFailure {

    private static final Pattern UNKNOWN = Pattern.compile("SRCFG00050: (\\S+) in (.+) does not map to any root");
    private static final Pattern INVALID = Pattern.compile(
            "SRCFG\\d+: The config property (\\S+) with the config value \"(.*)\" threw an Exception whilst being"
                    + " converted:? ?(.*)",
            Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("SRCFG\\d+: The config property (\\S+) is required but .*");
    private static final Pattern OTHER = Pattern.compile("config property (\\S+)");
    private static final List<String> PORTS = List.of("quarkus.http.port", "quarkus.http.ssl-port");
    private static final String MANAGEMENT_PORT = "quarkus.management.port";

    private StartFailure() {}

    /** Returns the sentence, or nothing for a failure that needs its stack trace. */
    static Optional<String> explain(Throwable failure) {
        return Optional.ofNullable(sentence(failure)).map(StartFailure::toOneLine);
    }

    private static @Nullable String sentence(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException) {
                return cause.getMessage();
            }
            if (cause instanceof ConfigValidationException invalid) {
                return invalid(invalid);
            }
            if (cause instanceof QuarkusBindException bindFailure) {
                return portInUse(bindFailure.getPort());
            }
            // Quarkus reports the port of the server that clients use, and not that of the management interface.
            if (cause instanceof BindException) {
                return unavailablePort(MANAGEMENT_PORT, setting(MANAGEMENT_PORT));
            }
        }
        return DatabaseProblem.find(failure)
                .map(problem -> problem.sentence(
                        setting("quarkus.datasource.jdbc.url"), setting("quarkus.datasource.username")))
                .orElse(null);
    }

    private static String invalid(ConfigValidationException failure) {
        int others = failure.getProblemCount() - 1;
        String sentence = invalid(String.valueOf(failure.getProblem(0).getMessage()));
        return others < 1 ? sentence : sentence + " Further invalid settings: " + others + ".";
    }

    private static String invalid(String problem) {
        Matcher unknown = UNKNOWN.matcher(problem);
        if (unknown.find()) {
            return SettingNames.read().unknown(unknown.group(1), unknown.group(2));
        }
        Matcher invalid = INVALID.matcher(problem);
        if (invalid.find()) {
            return Settings.named(invalid.group(1)) + " is \"" + invalid.group(2) + "\", which is not valid: "
                    + invalid.group(3);
        }
        Matcher missing = MISSING.matcher(problem);
        if (missing.find()) {
            return Settings.named(missing.group(1)) + " is required but not set.";
        }
        Matcher other = OTHER.matcher(problem);
        return other.find() ? Settings.named(other.group(1)) + " is not valid: " + problem : problem;
    }

    private static String portInUse(int port) {
        String setting = PORTS.stream()
                .filter(name -> Integer.toString(port).equals(setting(name)))
                .findFirst()
                .orElse(Integer.toString(port).equals(setting(MANAGEMENT_PORT)) ? MANAGEMENT_PORT : PORTS.get(0));
        return unavailablePort(setting, Integer.toString(port));
    }

    private static String unavailablePort(String name, String port) {
        return Settings.named(name) + " is " + port
                + ", which cannot be opened: another process listens on it, or the user of Signet may not use it.";
    }

    private static String setting(String name) {
        try {
            Config config = ConfigProvider.getConfig();
            return config.getOptionalValue(name, String.class).orElse("");
        } catch (RuntimeException e) {
            return "";
        }
    }

    private static String toOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
