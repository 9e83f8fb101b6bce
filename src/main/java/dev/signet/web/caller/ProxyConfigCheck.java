package dev.signet.web.caller;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.inject.Singleton;

import java.util.List;

/** Rejects proxies that are neither IP addresses nor ranges, and names the setting to change. */
@Singleton
final class ProxyConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.web");

    private final ProxyConfig config;

    ProxyConfigCheck(ProxyConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        config.trustedProxies().orElse(List.of()).forEach(ProxyConfigCheck::checkProxy);
    }

    private static void checkProxy(String range) {
        try {
            IpAddressRange.parse(range.trim());
        } catch (IllegalArgumentException e) {
            throw SETTINGS.invalid(
                    "trusted-proxies", "names " + range + ", which is neither an IP address nor a CIDR range");
        }
    }
}
