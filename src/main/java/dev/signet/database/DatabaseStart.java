package dev.signet.database;

import dev.signet.error.SettingsCheck;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import javax.sql.DataSource;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Validates the URL of the database, and waits at the start until it accepts connections. */
@Singleton
public final class DatabaseStart implements SettingsCheck {

    private static final Logger LOG = Logger.getLogger(DatabaseStart.class);
    private static final long INTERVAL_MILLIS = 1_000;

    private final DataSource source;
    private final DatabaseConfig config;
    private final String url;
    private final String username;
    private final String setting;
    private volatile boolean stopped;

    DatabaseStart(
            DataSource source,
            DatabaseConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username", defaultValue = "") String username,
            Config settings) {
        this.source = source;
        this.config = config;
        this.url = url;
        this.username = username;
        this.setting = DatabaseUrl.settingOfFolder(settings);
    }

    @Override
    public void check() {
        if (!DatabaseUrl.isSupported(url)) {
            throw new ConfigurationException(DatabaseUrl.SETTING + " is " + DatabaseUrl.withoutParameters(url)
                    + " but must begin with jdbc:postgresql:// or jdbc:h2:.");
        }
    }

    /**
     * Returns once the database accepts connections. Waits only for problems that can end by themselves; a wrong
     * password cannot.
     *
     * @throws ConfigurationException if the database cannot be used; names the setting to change
     */
    public void await() {
        DatabaseUrl.file(url).ifPresent(file -> DataFiles.prepare(file, setting));
        Thread stop = new Thread(() -> stopped = true);
        Runtime.getRuntime().addShutdownHook(stop);
        awaitConnection();
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            LOG.debug("The process is stopped during the start");
        }
    }

    private void awaitConnection() {
        long end = System.nanoTime() + config.startTimeout().toNanos();
        while (true) {
            long start = System.nanoTime();
            if (stopped) {
                throw new ConfigurationException("Signet was stopped while it was waiting for the database.");
            }
            try {
                source.getConnection().close();
                return;
            } catch (SQLException e) {
                DatabaseProblem problem = DatabaseProblem.of(e);
                long left = end - System.nanoTime();
                if (!problem.isTemporary() || left <= 0) {
                    throw new ConfigurationException(problem.sentence(url, username));
                }
                LOG.warnf(
                        "Waiting for the database for another %d s: %s",
                        TimeUnit.NANOSECONDS.toSeconds(left), problem.reason());
                pause(start);
            }
        }
    }

    // The attempt itself may have lasted most of the second.
    private static void pause(long start) {
        long attempt = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        try {
            Thread.sleep(Math.max(1, INTERVAL_MILLIS - attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfigurationException("Signet was interrupted while it was waiting for the database.");
        }
    }
}
