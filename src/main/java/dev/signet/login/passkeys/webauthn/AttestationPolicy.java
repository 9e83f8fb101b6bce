package dev.signet.login.passkeys.webauthn;

import com.webauthn4j.WebAuthnRegistrationManager;
import com.webauthn4j.anchor.TrustAnchorRepository;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.verifier.attestation.statement.AttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.androidkey.AndroidKeyAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.apple.AppleAnonymousAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.PackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.tpm.TPMAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.u2f.FIDOU2FAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.DefaultCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.DefaultSelfAttestationTrustworthinessVerifier;
import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The attestation that a new passkey must have (Web Authentication Level 3 §6.5). By default none is requested, and the
 * statement of an authenticator that sends one is ignored. With configured formats, a certificate chain to a configured
 * root is required.
 */
@Singleton
final class AttestationPolicy implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.login.passkeys");
    private static final Map<String, Supplier<AttestationStatementVerifier>> FORMATS = Map.of(
            "packed",
            PackedAttestationStatementVerifier::new,
            "tpm",
            TPMAttestationStatementVerifier::new,
            "apple",
            AppleAnonymousAttestationStatementVerifier::new,
            "android-key",
            AndroidKeyAttestationStatementVerifier::new,
            "fido-u2f",
            FIDOU2FAttestationStatementVerifier::new);

    private final List<String> formats;
    private final @Nullable Path trustAnchors;

    AttestationPolicy(PasskeysConfig config) {
        this.formats = config.attestationFormats().orElse(List.of());
        this.trustAnchors = config.attestationTrustAnchors().orElse(null);
    }

    /** Validates the settings of the attestation. */
    @Override
    public void check() {
        if (!FORMATS.keySet().containsAll(formats)) {
            throw SETTINGS.invalid("attestation-formats", "must contain packed, tpm, apple, android-key or fido-u2f");
        }
        if (formats.isEmpty() != (trustAnchors == null)) {
            throw SETTINGS.invalid(
                    "attestation-trust-anchors", "and signet.login.passkeys.attestation-formats require each other");
        }
        if (trustAnchors != null) {
            read(trustAnchors);
        }
    }

    /** Returns the conveyance preference (Web Authentication Level 3 §5.4.7). */
    String conveyance() {
        return formats.isEmpty() ? "none" : "direct";
    }

    /** Creates the part of webauthn4j that verifies registrations with this attestation. */
    WebAuthnRegistrationManager registrationManager() {
        ObjectConverter converter = new ObjectConverter();
        if (trustAnchors == null) {
            return WebAuthnRegistrationManager.createNonStrictWebAuthnRegistrationManager(converter);
        }
        return new WebAuthnRegistrationManager(
                FORMATS.entrySet().stream()
                        .filter(format -> formats.contains(format.getKey()))
                        .map(format -> format.getValue().get())
                        .toList(),
                new DefaultCertPathTrustworthinessVerifier(new Roots(read(trustAnchors))),
                new DefaultSelfAttestationTrustworthinessVerifier(false),
                converter);
    }

    private static Set<TrustAnchor> read(Path pem) {
        try (InputStream file = Files.newInputStream(pem)) {
            Set<TrustAnchor> anchors = CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
                    .map(certificate -> new TrustAnchor((X509Certificate) certificate, null))
                    .collect(Collectors.toUnmodifiableSet());
            if (anchors.isEmpty()) {
                throw SETTINGS.invalid("attestation-trust-anchors", "names a file without a certificate");
            }
            return anchors;
        } catch (IOException | CertificateException e) {
            throw SETTINGS.invalid(
                    "attestation-trust-anchors",
                    "names a file that cannot be read as PEM certificates: "
                            + e.getClass().getSimpleName());
        }
    }

    /** The same roots for every authenticator. */
    private record Roots(Set<TrustAnchor> anchors) implements TrustAnchorRepository {

        @Override
        public Set<TrustAnchor> find(AAGUID aaguid) {
            return anchors;
        }

        @Override
        public Set<TrustAnchor> find(byte[] attestationCertificateKeyIdentifier) {
            return anchors;
        }
    }
}
