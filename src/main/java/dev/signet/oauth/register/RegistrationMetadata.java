package dev.signet.oauth.register;

import dev.signet.clients.ClientRegistration;
import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;

import java.util.Map;

/** Publishes {@code registration_endpoint} (RFC 8414 §2) where there is one. */
@Singleton
class RegistrationMetadata implements MetadataSource {

    private final ClientRegistration registration;
    private final Issuer issuer;

    RegistrationMetadata(ClientRegistration registration, Issuer issuer) {
        this.registration = registration;
        this.issuer = issuer;
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        if (registration.isOffered()) {
            metadata.put("registration_endpoint", issuer.url(RegistrationResource.PATH));
        }
    }
}
