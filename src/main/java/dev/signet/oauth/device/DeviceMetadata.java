package dev.signet.oauth.device;

import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.util.Map;

/** Metadata of the device authorization endpoint (RFC 8628 §4). */
@Singleton
final class DeviceMetadata implements MetadataSource {

    private final Issuer issuer;

    DeviceMetadata(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        metadata.put("device_authorization_endpoint", issuer.url(DeviceAuthorizationResource.PATH));
    }
}
