package dev.signet.login;

import dev.signet.clients.FirstPartyClient;
import jakarta.inject.Singleton;

/** The {@code client_id} of the first-party login, for the packages that must not register it. */
@Singleton
class ConfiguredFirstPartyClient implements FirstPartyClient {

    private final LoginConfig config;

    ConfiguredFirstPartyClient(LoginConfig config) {
        this.config = config;
    }

    @Override
    public String clientId() {
        return config.clientId();
    }
}
