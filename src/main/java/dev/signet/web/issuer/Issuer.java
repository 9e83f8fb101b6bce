package dev.signet.web.issuer;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.net.URI;
import java.net.URISyntaxException;

/** The issuer identifier (RFC 8414 §2), the base of every absolute URL; request headers are never used. */
@Singleton
public final class Issuer implements SettingsCheck {

    private final String value;

    /** Validates the setting {@code signet.issuer}. */
    public Issuer(@ConfigProperty(name = "signet.issuer") String value) {
        this.value = validated(value);
    }

    /** Does nothing: the start creates the bean for it, and the constructor validates the setting. */
    @Override
    public void check() {}

    /** Returns the identifier as in the claim {@code iss}, without a trailing slash. */
    public String value() {
        return value;
    }

    /** Returns the absolute URL of a path that begins with a slash. */
    public String url(String path) {
        return value + path;
    }

    /**
     * Returns the relative reference (RFC 3986 §4.2) by which clients reach a path that begins with a slash. It begins
     * with the path of the issuer, which a proxy may remove from requests, and never contains the host of the request.
     */
    public String reference(String path) {
        return path() + path;
    }

    /** Returns the path of the issuer, without a trailing slash; empty if it has none. */
    public String path() {
        return URI.create(value).getRawPath();
    }

    private static String validated(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.getUserInfo() == null
                    && !value.endsWith("/")) {
                return value;
            }
        } catch (URISyntaxException e) {
            // The exception below explains the form of an issuer.
        }
        throw new ConfigurationException(
                Settings.named("signet.issuer") + " is " + value + " but must be an absolute http or https URL without"
                        + " query, fragment or trailing slash, such as https://id.example.com.");
    }
}
