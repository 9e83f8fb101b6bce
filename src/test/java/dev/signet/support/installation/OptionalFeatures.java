package dev.signet.support.installation;

import io.quarkus.test.junit.QuarkusTestProfile;

import java.util.Map;

/**
 * Profile with all features that are off by default and do not affect others. The tests of these features share one
 * application, because each profile builds and starts another.
 */
public final class OptionalFeatures implements QuarkusTestProfile {

    /** The only origin whose pages may call the service. */
    public static final String ALLOWED_ORIGIN = "https://app.example.com";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("signet.accounts.self-deletion", "true"),
                Map.entry("signet.apikeys.max-login-age", "PT10S"),
                Map.entry("signet.login.passkeys.max-login-age", "PT10S"),
                Map.entry("signet.apikeys.max-ttl", "P30D"),
                Map.entry("signet.apikeys.may-administer", "true"),
                Map.entry("signet.compat.drf-jwt", "true"),
                // The value in a well-known Flask tutorial.
                Map.entry("signet.tokens.access-token-ttl", "PT40S"),
                Map.entry("signet.tokens.dpop.nonce-required", "true"),
                Map.entry("signet.tokens.status-list", "true"),
                Map.entry("signet.tokens.status-list-ttl", "PT2S"),
                Map.entry("signet.web.cors-origins", ALLOWED_ORIGIN),
                // The tests act as the proxy.
                Map.entry("signet.web.trusted-proxies", "127.0.0.0/8,::1"));
    }
}
