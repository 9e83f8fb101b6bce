package dev.signet.accounts.factor;

import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The {@code otpauth://} URI that authenticator apps read from a QR code. */
@Singleton
final class OtpauthUri {

    private final String issuer;

    OtpauthUri(FactorConfig config, Issuer issuer) {
        // A colon would end the issuer in the label.
        this.issuer = encoded(config.label()
                .orElseGet(() -> URI.create(issuer.value()).getHost())
                .replace(":", " "));
    }

    String of(String username, String secret) {
        return "otpauth://totp/" + issuer + ":" + encoded(username) + "?secret=" + secret + "&issuer=" + issuer
                + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
