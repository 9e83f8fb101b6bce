package dev.signet.error;

/** A validation of the settings of one package. It runs before the database is opened and before any job runs. */
public interface SettingsCheck {

    /**
     * Validates the settings.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException if a setting is invalid; names the first one
     */
    void check();
}
