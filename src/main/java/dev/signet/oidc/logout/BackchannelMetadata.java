package dev.signet.oidc.logout;

import dev.signet.oauth.metadata.MetadataSource;
import jakarta.inject.Singleton;

import java.util.Map;

/** That clients hear of logouts, and of which session (OpenID Connect Back-Channel Logout §2.1). */
@Singleton
final class BackchannelMetadata implements MetadataSource {

    @Override
    public void describe(Map<String, Object> metadata) {
        metadata.put("backchannel_logout_supported", true);
        metadata.put("backchannel_logout_session_supported", true);
    }
}
