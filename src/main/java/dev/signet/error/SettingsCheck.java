package dev.signet.error;

/** Validates settings of one package before the database is opened and before any job runs. */
public interface SettingsCheck {

    /**
     * Validates the settings.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException naming the first invalid setting
     */
    void check();
}
