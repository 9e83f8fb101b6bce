package dev.signet.clients.registration;

import dev.signet.clients.RoleRelease;
import dev.signet.clients.metadata.SelfRegistrationConfig;
import dev.signet.clients.registry.RegistryConfig;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Startup log of the permissions of self-registered clients. */
@ApplicationScoped
class ClientRegistrationConfigCheck implements SettingsCheck {

    private static final Logger LOG = Logger.getLogger(ClientRegistrationConfigCheck.class);

    private final ClientRegistrationConfig config;
    private final RegistryConfig registry;
    private final SelfRegistrationConfig permissions;

    ClientRegistrationConfigCheck(
            ClientRegistrationConfig config, RegistryConfig registry, SelfRegistrationConfig permissions) {
        this.config = config;
        this.registry = registry;
        this.permissions = permissions;
    }

    @Override
    public void check() {
        if (config.registration() == ClientRegistrationMode.OFF && !registry.metadataDocuments()) {
            return;
        }
        permissions
                .registrationAudiences()
                .ifPresent(audiences -> LOG.infof(
                        "Self-registered clients get tokens for %s (signet.clients.registration-audiences)",
                        audiences));
        if (permissions.registrationScopes().contains(RoleRelease.SCOPE)) {
            LOG.warn("Self-registered clients may request the roles of users because"
                    + " signet.clients.registration-scopes contains groups");
        }
    }
}
