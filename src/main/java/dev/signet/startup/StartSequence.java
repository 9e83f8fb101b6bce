package dev.signet.startup;

import dev.signet.database.DatabaseStart;
import dev.signet.error.SettingsCheck;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Validates all settings and waits for the database, in this order. Quarkus calls it right before the migration, which
 * is the first use of the database and precedes every observer of the start.
 */
@Singleton
final class StartSequence implements FlywayConfigurationCustomizer {

    private final Instance<SettingsCheck> checks;
    private final DatabaseStart database;

    StartSequence(@Any Instance<SettingsCheck> checks, DatabaseStart database) {
        this.checks = checks;
        this.database = database;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        checks.forEach(SettingsCheck::check);
        database.await();
    }
}
