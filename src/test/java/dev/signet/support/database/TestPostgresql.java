package dev.signet.support.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/** PostgreSQL server of a test JVM. Each application receives an empty database of its own. */
public final class TestPostgresql {

    /** User and password of all databases. */
    private static final String OWNER = "postgres";

    // Quarkus loads this class once for each application, but the server must start once.
    private static final String PORT = "signet.test.postgresql.port";

    private TestPostgresql() {}

    /** Database on the server, which ends with the JVM. */
    public record Database(int port, String name) {

        /** Returns the JDBC URL through another port, such as that of a relay. */
        public String urlAt(int otherPort) {
            return "jdbc:postgresql://localhost:" + otherPort + "/" + name;
        }

        public Map<String, String> settings() {
            return settingsAt(port);
        }

        /** Returns the settings of an application that connects through another port. */
        public Map<String, String> settingsAt(int otherPort) {
            return Map.of(
                    "quarkus.datasource.jdbc.url", urlAt(otherPort),
                    "quarkus.datasource.username", OWNER,
                    "quarkus.datasource.password", OWNER);
        }

        public PGSimpleDataSource dataSource() {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(urlAt(port));
            source.setUser(OWNER);
            source.setPassword(OWNER);
            return source;
        }
    }

    /** Creates an empty database. */
    public static Database create() {
        Database server = new Database(port(), OWNER);
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(server.urlAt(server.port()), OWNER, OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + name, e);
        }
        return new Database(server.port(), name);
    }

    private static int port() {
        synchronized (System.getProperties()) {
            Integer running = Integer.getInteger(PORT);
            if (running != null) {
                return running;
            }
            try {
                int port = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start()
                        .getPort();
                System.setProperty(PORT, Integer.toString(port));
                return port;
            } catch (IOException e) {
                throw new IllegalStateException("cannot start PostgreSQL", e);
            }
        }
    }
}
