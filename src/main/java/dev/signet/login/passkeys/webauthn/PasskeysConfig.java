package dev.signet.login.passkeys.webauthn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Passkeys: the relying party, and which authenticators may be registered. */
@ConfigMapping(prefix = "signet.login.passkeys")
public interface PasskeysConfig {

    /**
     * The relying party id: the domain for which passkeys are created. The default is the host of {@code
     * signet.issuer}. A change invalidates all existing passkeys.
     */
    Optional<String> rpId();

    /**
     * Origins at which passkeys may be used, in addition to that of {@code signet.issuer}: {@code
     * https://shop.example.com}, or {@code android:apk-key-hash:…} for an Android application. Those of websites are
     * published at {@code /.well-known/webauthn}.
     */
    Optional<List<String>> origins();

    /**
     * Attestation formats that a new passkey must have: {@code packed}, {@code tpm}, {@code apple}, {@code android-key},
     * {@code fido-u2f}. Without this setting, no attestation is requested and none is verified.
     */
    Optional<List<String>> attestationFormats();

    /** A file with the root certificates of accepted authenticators in PEM; required with attestation formats. */
    Optional<Path> attestationTrustAnchors();

    /** Maximum number of passkeys of an account. */
    @WithDefault("20")
    int maxPerAccount();

    /** Maximum age of the login with which a passkey can be added or removed. */
    @WithDefault("PT15M")
    Duration maxLoginAge();
}
