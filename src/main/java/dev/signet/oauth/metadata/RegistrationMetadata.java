package dev.signet.oauth.metadata;

import dev.signet.clients.Clients;
import dev.signet.clients.registration.ClientRegistration;
import dev.signet.clients.registry.RegistrationTokens;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.util.Map;

/**
 * Metadata of client registration: {@code registration_endpoint} (RFC 8414 §2) if it is enabled, and whether a client
 * id may be the URL of a metadata document.
 */
@Singleton
class RegistrationMetadata implements MetadataSource {

    private final ClientRegistration registration;
    private final Issuer issuer;
    private final boolean acceptsMetadataDocuments;

    RegistrationMetadata(ClientRegistration registration, Clients clients, Issuer issuer) {
        this.registration = registration;
        this.issuer = issuer;
        this.acceptsMetadataDocuments = clients.acceptsMetadataDocuments();
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        if (registration.isEnabled()) {
            metadata.put("registration_endpoint", issuer.url(RegistrationTokens.PATH));
        }
        if (acceptsMetadataDocuments) {
            metadata.put("client_id_metadata_document_supported", true);
        }
    }
}
