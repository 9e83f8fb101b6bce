package dev.signet.web.http;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.inject.Singleton;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** Rejects origins that no browser sends, and names the setting to change. */
@Singleton
final class WebConfigCheck implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.web");

    private final WebConfig config;

    WebConfigCheck(WebConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        config.corsOrigins().orElse(List.of()).forEach(WebConfigCheck::checkOrigin);
    }

    // RFC 6454 §6.2: scheme, host and port, in lower case and without a path, because origins are compared as text.
    private static void checkOrigin(String origin) {
        try {
            URI uri = new URI(origin);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && origin.equals(origin.toLowerCase(Locale.ROOT))
                    && uri.getUserInfo() == null
                    && origin.equals(uri.getScheme() + "://" + uri.getHost() + port(uri))) {
                return;
            }
        } catch (URISyntaxException e) {
            // The exception below explains the form of an origin.
        }
        throw SETTINGS.invalid(
                "cors-origins",
                "names " + origin
                        + ", but an origin consists of a scheme, a host in lower case and a port unless it is the default,"
                        + " without a slash at the end, such as https://app.example.com");
    }

    private static String port(URI uri) {
        boolean standard = uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
        return uri.getPort() < 0 || standard ? "" : ":" + uri.getPort();
    }
}
