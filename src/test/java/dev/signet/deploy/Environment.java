package dev.signet.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment variables of the settings that {@code docs/configuration.md} lists, which a test compares with the
 * code.
 */
final class Environment {

    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `(signet\\.[a-z0-9.-]+)` \\|");
    private static final Pattern OF_QUARKUS = Pattern.compile("`(QUARKUS_[A-Z_]+)(?:=[^`]*)?`");

    /** Settings that must be read from files. */
    static final Set<String> SECRETS = Set.of(
            "QUARKUS_DATASOURCE_PASSWORD",
            "QUARKUS_MAILER_PASSWORD",
            "SIGNET_KEYS_ENCRYPTION_KEY",
            "SIGNET_ADMIN_PASSWORD",
            "SIGNET_ADMIN_RECOVERY_PASSWORD",
            "SIGNET_TRACING_HEADERS");

    private Environment() {}

    static Set<String> known() throws IOException {
        String page = Files.readString(Path.of("docs/configuration.md"));
        Set<String> known = new TreeSet<>();
        for (Matcher setting = SETTING.matcher(page); setting.find(); ) {
            known.add(setting.group(1).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
        }
        for (Matcher setting = OF_QUARKUS.matcher(page); setting.find(); ) {
            known.add(setting.group(1));
        }
        return known;
    }
}
