package dev.signet.database;

import dev.signet.error.Settings;
import org.eclipse.microprofile.config.Config;

import java.nio.file.Path;
import java.util.Optional;

/** Reads JDBC URLs of the two supported databases. */
final class DatabaseUrl {

    private static final String KEY = "quarkus.datasource.jdbc.url";

    static final String SETTING = Settings.named(KEY);

    /**
     * The ordinal of the application.properties that is packaged with Signet; settings of an operator have a higher
     * one.
     */
    private static final int DEFAULT_ORDINAL = 250;

    private static final String H2 = "jdbc:h2:";

    private DatabaseUrl() {}

    static boolean isSupported(String url) {
        return url.startsWith(H2)
                || (url.startsWith("jdbc:postgresql:") && new org.postgresql.Driver().acceptsURL(url));
    }

    /**
     * Returns the setting that determines the folder of the embedded database: the URL if an operator set one,
     * otherwise the folder.
     */
    static String settingOfFolder(Config settings) {
        int fromOperator = settings.getConfigValue(KEY).getSourceOrdinal();
        return fromOperator > DEFAULT_ORDINAL ? SETTING : Settings.named("signet.database.directory");
    }

    static boolean isEmbedded(String url) {
        return url.startsWith(H2);
    }

    /** Returns the URL up to its parameters, which may hold a password. */
    static String withoutParameters(String url) {
        return url.replaceFirst("[?;].*", "");
    }

    /** Returns the database's file without its suffix, if the URL names an embedded database in a file. */
    static Optional<Path> file(String url) {
        if (!isEmbedded(url)) {
            return Optional.empty();
        }
        String name = withoutParameters(url).substring(H2.length());
        if (name.startsWith("file:")) {
            name = name.substring("file:".length());
        } else if (name.matches("(?i)[a-z]{2,}:.*")) {
            return Optional.empty();
        }
        if (name.startsWith("~")) {
            name = System.getProperty("user.home") + name.substring(1);
        }
        return Optional.of(Path.of(name).toAbsolutePath().normalize());
    }
}
