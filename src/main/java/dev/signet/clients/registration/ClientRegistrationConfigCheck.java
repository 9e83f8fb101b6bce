package dev.signet.clients.registration;

import dev.signet.clients.RoleRelease;
import dev.signet.clients.Scope;
import dev.signet.clients.metadata.SelfRegistrationConfig;
import dev.signet.clients.registry.RegistryConfig;
import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Validation and startup log of the permissions of self-registered clients. */
@ApplicationScoped
class ClientRegistrationConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.clients");
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
        permissions.registrationScopes().forEach(ClientRegistrationConfigCheck::requireScopeToken);
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

    private static void requireScopeToken(String value) {
        if (Scope.parse(value).filter(scope -> scope.tokens().size() == 1).isEmpty()) {
            throw SETTINGS.invalid(
                    "registration-scopes",
                    "contains \"" + value + "\", which is not a scope; separate scopes by commas");
        }
    }
}
