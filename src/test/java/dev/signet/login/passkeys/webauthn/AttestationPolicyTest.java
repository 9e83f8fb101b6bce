package dev.signet.login.passkeys.webauthn;

import dev.signet.error.ServiceException;
import dev.signet.support.accounts.PasskeyDevice;
import dev.signet.web.issuer.Issuer;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The attestation that an installation may require of new passkeys. */
class AttestationPolicyTest {

    private static final String ROOT = "C=DE,O=Example,CN=Root";
    private static final String ATTESTATION = "C=DE,O=Example,OU=Authenticator Attestation,CN=Key";
    private static final byte[] CHALLENGE = new byte[32];
    private static final Map<String, Object> OPTIONS =
            Map.of("challenge", PasskeyDevice.encode(CHALLENGE), "user", Map.of("id", "AAAA"));

    @TempDir
    Path folder;

    private final KeyPair root = generate();
    private final KeyPair attesting = generate();

    @Test
    void requiredFormatIsAcceptedWithAChainToAConfiguredRoot() throws Exception {
        PasskeyDevice device = PasskeyDevice.create();
        device.attestWith(attesting.getPrivate(), certificate(attesting.getPublic(), ATTESTATION, root.getPrivate()));

        VerifiedCredential credential = verify(packed(rootCertificate(root)), device);

        assertThat(credential.id()).isEqualTo(device.credentialId);
    }

    @Test
    void chainToAnotherRootIsRejected() throws Exception {
        KeyPair otherRoot = generate();
        PasskeyDevice device = PasskeyDevice.create();
        device.attestWith(
                attesting.getPrivate(), certificate(attesting.getPublic(), ATTESTATION, otherRoot.getPrivate()));
        PasskeysConfig config = packed(rootCertificate(root));

        assertThatThrownBy(() -> verify(config, device)).isInstanceOf(ServiceException.class);
    }

    @Test
    void signatureOfAnotherAttestationKeyIsRejected() throws Exception {
        PasskeyDevice device = PasskeyDevice.create();
        device.attestWith(generate().getPrivate(), certificate(attesting.getPublic(), ATTESTATION, root.getPrivate()));
        PasskeysConfig config = packed(rootCertificate(root));

        assertThatThrownBy(() -> verify(config, device)).isInstanceOf(ServiceException.class);
    }

    @Test
    void missingAndSelfAttestationAreRejectedIfAFormatIsRequired() throws Exception {
        PasskeyDevice none = PasskeyDevice.create();
        PasskeyDevice self = PasskeyDevice.create();
        self.attestItself();
        PasskeysConfig config = packed(rootCertificate(root));

        assertThatThrownBy(() -> verify(config, none)).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> verify(config, self)).isInstanceOf(ServiceException.class);
    }

    @Test
    void attestationIsIgnoredByDefault() throws Exception {
        PasskeyDevice self = PasskeyDevice.create();
        self.attestItself();
        PasskeysConfig config = new Config(List.of(), null);

        assertThat(verify(config, self).id()).isEqualTo(self.credentialId);
        assertThat(new AttestationPolicy(config).conveyance()).isEqualTo("none");
        assertThat(new AttestationPolicy(packed(rootCertificate(root))).conveyance())
                .isEqualTo("direct");
    }

    @Test
    void invalidSettingsPreventTheStart() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");

        assertInvalid(new Config(List.of("sealed"), empty), "attestation-formats");
        assertInvalid(new Config(List.of("packed"), null), "attestation-trust-anchors");
        assertInvalid(new Config(List.of(), empty), "attestation-trust-anchors");
        assertInvalid(new Config(List.of("packed"), empty), "attestation-trust-anchors");
        assertInvalid(new Config(List.of("packed"), folder.resolve("missing.pem")), "attestation-trust-anchors");
        new AttestationPolicy(packed(rootCertificate(root))).check();
    }

    private static void assertInvalid(PasskeysConfig config, String setting) {
        assertThatThrownBy(() -> new AttestationPolicy(config).check())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("signet.login.passkeys." + setting);
    }

    private static VerifiedCredential verify(PasskeysConfig config, PasskeyDevice device) {
        RelyingParty relyingParty = new RelyingParty(config, new Issuer("http://localhost:8080"));
        return new RegistrationVerifier(relyingParty, new AttestationPolicy(config))
                .verify(AttestationResponse.of(device.create(OPTIONS)), CHALLENGE);
    }

    private PasskeysConfig packed(byte[] rootCertificate) throws IOException {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(rootCertificate)
                + "\n-----END CERTIFICATE-----\n";
        return new Config(List.of("packed"), Files.writeString(folder.resolve("roots.pem"), pem));
    }

    private static byte[] rootCertificate(KeyPair root) throws Exception {
        return certificate(root.getPublic(), ROOT, root.getPrivate());
    }

    private static byte[] certificate(PublicKey subjectKey, String subject, PrivateKey issuerKey) throws Exception {
        AlgorithmIdentifier ecdsaWithSha256 = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.10045.4.3.2"));
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(1));
        generator.setIssuer(new X500Name(ROOT));
        generator.setSubject(new X500Name(subject));
        generator.setStartDate(new Time(Date.from(Instant.now().minus(Duration.ofDays(1)))));
        generator.setEndDate(new Time(Date.from(Instant.now().plus(Duration.ofDays(1)))));
        generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(subjectKey.getEncoded()));
        generator.setSignature(ecdsaWithSha256);
        generator.setExtensions(new Extensions(new Extension(
                Extension.basicConstraints, true, new BasicConstraints(subject.equals(ROOT)).getEncoded())));
        TBSCertificate unsigned = generator.generateTBSCertificate();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(issuerKey);
        signature.update(unsigned.getEncoded("DER"));
        ASN1EncodableVector certificate = new ASN1EncodableVector();
        certificate.add(unsigned);
        certificate.add(ecdsaWithSha256);
        certificate.add(new DERBitString(signature.sign()));
        return new DERSequence(certificate).getEncoded("DER");
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    record Config(List<String> formats, Path anchors) implements PasskeysConfig {

        @Override
        public Optional<String> rpId() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> origins() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> attestationFormats() {
            return formats.isEmpty() ? Optional.empty() : Optional.of(formats);
        }

        @Override
        public Optional<Path> attestationTrustAnchors() {
            return Optional.ofNullable(anchors);
        }

        @Override
        public int maxPerAccount() {
            return 20;
        }

        @Override
        public Duration maxLoginAge() {
            return Duration.ofMinutes(15);
        }
    }
}
