package dev.signet.login.passkeys.webauthn;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import dev.signet.secrets.SecretDigest;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The relying party (Web Authentication Level 3 §5.1.2): its id, and the origins at which its ceremonies may run. */
@Singleton
public final class RelyingParty implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.login.passkeys");
    private static final Pattern WEB_ORIGIN = Pattern.compile("https?://[a-z0-9.:\\[\\]-]+");
    private static final Pattern APPLICATION_ORIGIN = Pattern.compile("[a-z]+:[a-z0-9-]+:[A-Za-z0-9_=-]+");

    private final PasskeysConfig config;
    private final String issuerHost;
    private final String id;
    private final byte[] idHash;
    private final Set<String> origins;

    RelyingParty(PasskeysConfig config, Issuer issuer) {
        this.config = config;
        URI uri = URI.create(issuer.value());
        this.issuerHost = uri.getHost().toLowerCase(Locale.ROOT);
        this.id = config.rpId().orElse(issuerHost);
        this.idHash = SecretDigest.sha256(id);
        Set<String> all = new LinkedHashSet<>();
        all.add(originOf(uri));
        config.origins().ifPresent(all::addAll);
        this.origins = Collections.unmodifiableSet(all);
    }

    /** Validates the settings of the relying party. */
    @Override
    public void check() {
        SETTINGS.positive("max-per-account", config.maxPerAccount());
        SETTINGS.positive("max-login-age", config.maxLoginAge());
        if (!issuerHost.equals(id) && !issuerHost.endsWith("." + id)) {
            throw SETTINGS.invalid("rp-id", "must be the host of signet.issuer or a domain above it");
        }
        for (String origin : config.origins().orElse(List.of())) {
            if (!WEB_ORIGIN.matcher(origin).matches()
                    && !APPLICATION_ORIGIN.matcher(origin).matches()) {
                throw SETTINGS.invalid(
                        "origins", "must contain origins such as https://shop.example.com, without a path");
            }
        }
    }

    /** Returns the relying party id. */
    public String id() {
        return id;
    }

    /** Returns the websites at which its passkeys may be used, that of the issuer first. */
    public List<String> websites() {
        return origins.stream()
                .filter(origin -> WEB_ORIGIN.matcher(origin).matches())
                .toList();
    }

    byte[] idHash() {
        return idHash.clone();
    }

    Set<String> origins() {
        return origins;
    }

    // Browsers omit the default port.
    private static String originOf(URI issuer) {
        String scheme = issuer.getScheme().toLowerCase(Locale.ROOT);
        int port = issuer.getPort();
        boolean standard = port == -1 || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + issuer.getHost().toLowerCase(Locale.ROOT) + (standard ? "" : ":" + port);
    }
}
