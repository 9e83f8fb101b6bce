package dev.signet.oidc.logout;

import dev.signet.oauth.metadata.MetadataSource;
import jakarta.inject.Singleton;

import java.util.Map;

/** Metadata of back-channel logout, with the session id in logout tokens (OpenID Connect Back-Channel Logout §2.1). */
@Singleton
final class BackchannelMetadata implements MetadataSource {

    @Override
    public void describe(Map<String, Object> metadata) {
        metadata.put("backchannel_logout_supported", true);
        metadata.put("backchannel_logout_session_supported", true);
    }
}
