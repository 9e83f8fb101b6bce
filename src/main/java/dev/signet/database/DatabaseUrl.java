package dev.signet.database;

import dev.signet.error.Settings;

import java.nio.file.Path;
import java.util.Optional;

/** Reads JDBC URLs of the two supported databases. */
final class DatabaseUrl {

    static final String SETTING = Settings.named("quarkus.datasource.jdbc.url");

    private static final String H2 = "jdbc:h2:";

    private DatabaseUrl() {}

    static boolean isSupported(String url) {
        return url.startsWith(H2)
                || (url.startsWith("jdbc:postgresql:") && new org.postgresql.Driver().acceptsURL(url));
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
