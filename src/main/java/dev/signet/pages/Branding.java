package dev.signet.pages;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import dev.signet.web.issuer.Issuer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The configured theme, read and validated at the start: name, logo, stylesheet. */
@Startup
@Named("look")
@Singleton
public class Branding implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.pages");
    private static final String STYLESHEET = "pages.css";
    private static final int MAX_LOGO = 256 * 1024;
    private static final Map<String, String> LOGO_TYPES = Map.of(
            "png",
            "image/png",
            "svg",
            "image/svg+xml",
            "webp",
            "image/webp",
            "jpg",
            "image/jpeg",
            "jpeg",
            "image/jpeg");

    private final String name;
    private final Issuer issuer;
    private final Asset stylesheet;
    private final @Nullable Asset logo;

    Branding(PagesConfig config, Issuer issuer) {
        this.name = config.name();
        this.issuer = issuer;
        this.stylesheet = new Asset("text/css;charset=UTF-8", stylesheet(config.accentColor()));
        this.logo = config.logo().map(Branding::logo).orElse(null);
    }

    /** Does nothing: the constructor validates the theme; this method only lets the start create the bean. */
    @Override
    public void check() {}

    public String getName() {
        return name;
    }

    /** Returns the path by which browsers reach a path of this service. */
    public String path(String path) {
        return issuer.reference(path);
    }

    public String getStylesheetUrl() {
        return path("/pages/style-" + stylesheet.hash() + ".css");
    }

    public @Nullable String getLogoUrl() {
        return logo == null ? null : path("/pages/logo-" + logo.hash());
    }

    Asset stylesheet() {
        return stylesheet;
    }

    @Nullable
    Asset logo() {
        return logo;
    }

    private static byte[] stylesheet(String accent) {
        try (InputStream file = Branding.class.getResourceAsStream(STYLESHEET)) {
            if (file == null) {
                throw new IllegalStateException(STYLESHEET + " is missing");
            }
            Color color = new Color(accent);
            String theme = ":root{--accent:" + color.hex() + ";--on-accent:" + color.textColor() + "}\n";
            return (theme + new String(file.readAllBytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw SETTINGS.invalid("accent-color", "must be of the form #rrggbb");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asset logo(Path file) {
        String fileName = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String type = LOGO_TYPES.get(fileName.substring(fileName.lastIndexOf('.') + 1));
        if (type == null) {
            throw SETTINGS.invalid("logo", "must name a file that ends with .png, .svg, .webp or .jpg");
        }
        try {
            if (Files.size(file) > MAX_LOGO) {
                throw SETTINGS.invalid("logo", "names a file of more than 256 KiB");
            }
            return new Asset(type, Files.readAllBytes(file));
        } catch (IOException e) {
            throw SETTINGS.invalid(
                    "logo", "names a file that cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
