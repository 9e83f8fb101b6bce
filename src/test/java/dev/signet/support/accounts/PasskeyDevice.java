package dev.signet.support.accounts;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Authenticator with one passkey, implemented independently of the service: Web Authentication Level 3 §6, CBOR (RFC
 * 8949) and COSE keys (RFC 9052). Its fields say what it returns, so that a test can set a wrong value.
 */
public final class PasskeyDevice {

    /** Algorithms of authenticators: COSE number, key generator, signature. */
    public enum Algorithm {
        ES256(-7, "EC", "SHA256withECDSA"),
        RS256(-257, "RSA", "SHA256withRSA"),
        EDDSA(-8, "Ed25519", "Ed25519");

        private final int cose;
        private final String generator;
        private final String signature;

        Algorithm(int cose, String generator, String signature) {
            this.cose = cose;
            this.generator = generator;
            this.signature = signature;
        }
    }

    public static final int USER_PRESENT = 0x01;
    public static final int USER_VERIFIED = 0x04;
    public static final int BACKUP_ELIGIBLE = 0x08;
    public static final int BACKED_UP = 0x10;
    private static final int ATTESTED = 0x40;

    private final Algorithm algorithm;
    private final KeyPair key;
    public final byte[] credentialId = random();

    public String origin = "http://localhost:8080";
    public String rpId = "localhost";
    public String createType = "webauthn.create";
    public String getType = "webauthn.get";
    public int flags = USER_PRESENT | USER_VERIFIED;
    public int signCount;
    public Boolean crossOrigin = false;
    public String challenge;
    public UUID aaguid = new UUID(0, 0);
    public byte[] userHandle;

    /** The public key of a faulty authenticator as CBOR; null for the right one. */
    public byte[] faultyKey;

    private PrivateKey attestationKey;
    private byte[] attestationCertificate;
    private String attestationFormat;
    private byte[] attestationStatement;

    private PasskeyDevice(Algorithm algorithm) {
        this.algorithm = algorithm;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.generator);
            if (algorithm != Algorithm.EDDSA) {
                generator.initialize(algorithm == Algorithm.ES256 ? 256 : 2048);
            }
            this.key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static PasskeyDevice of(Algorithm algorithm) {
        return new PasskeyDevice(algorithm);
    }

    public static PasskeyDevice create() {
        return of(Algorithm.ES256);
    }

    /** Attests the passkey in the format "packed" with an ES256 key and its certificate. */
    public void attestWith(PrivateKey attesting, byte[] certificate) {
        attestationKey = attesting;
        attestationCertificate = certificate.clone();
    }

    /** Attests the passkey in the format "packed" with its own key. */
    public void attestItself() {
        attestationKey = key.getPrivate();
    }

    /** Attests the passkey with a statement of a faulty authenticator, in any format. */
    public void attestAs(String format, byte[] statement) {
        attestationFormat = format;
        attestationStatement = statement.clone();
    }

    /** Creates the passkey and returns it as a browser does. */
    public Map<String, Object> create(Map<String, Object> options) {
        userHandle = decode((String) ((Map<?, ?>) options.get("user")).get("id"));
        byte[] authenticatorData = concat(
                authenticatorData(flags | ATTESTED),
                uuid(aaguid),
                ByteBuffer.allocate(2).putShort((short) credentialId.length).array(),
                credentialId,
                faultyKey == null ? coseKey() : faultyKey);
        byte[] clientData = clientData(createType, options);
        byte[] attestationObject = concat(
                new byte[] {(byte) 0xA3},
                text("fmt"),
                text(attestationFormat()),
                text("attStmt"),
                attestationStatement(concat(authenticatorData, sha256(clientData))),
                text("authData"),
                bytes(authenticatorData));
        return credential(Map.of(
                "clientDataJSON",
                encode(clientData),
                "attestationObject",
                encode(attestationObject),
                "transports",
                List.of("internal", "hybrid", "unheard-of"),
                // Browsers send further members.
                "publicKeyAlgorithm",
                algorithm.cose));
    }

    /** Signs a challenge and returns the assertion as a browser does. */
    public Map<String, Object> get(Map<String, Object> options) {
        byte[] data = authenticatorData(flags);
        byte[] clientData = clientData(getType, options);
        Map<String, Object> response = new HashMap<>();
        response.put("clientDataJSON", encode(clientData));
        response.put("authenticatorData", encode(data));
        response.put("signature", encode(sign(concat(data, sha256(clientData)))));
        if (userHandle != null) {
            response.put("userHandle", encode(userHandle));
        }
        return credential(response);
    }

    private Map<String, Object> credential(Map<String, Object> response) {
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("id", encode(credentialId));
        credential.put("rawId", encode(credentialId));
        credential.put("type", "public-key");
        credential.put("authenticatorAttachment", "platform");
        credential.put("clientExtensionResults", Map.of());
        credential.put("response", response);
        return credential;
    }

    private byte[] clientData(String type, Map<String, Object> options) {
        Object signed = challenge == null ? options.get("challenge") : challenge;
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + signed + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":" + crossOrigin + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int withFlags) {
        return concat(
                sha256(rpId.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) withFlags},
                ByteBuffer.allocate(4).putInt(signCount).array());
    }

    private String attestationFormat() {
        if (attestationFormat != null) {
            return attestationFormat;
        }
        return attestationKey == null ? "none" : "packed";
    }

    // Web Authentication Level 3 §8.2, with ES256.
    private byte[] attestationStatement(byte[] attested) {
        if (attestationStatement != null) {
            return attestationStatement;
        }
        if (attestationKey == null) {
            return new byte[] {(byte) 0xA0};
        }
        byte[] signed = concat(text("alg"), new byte[] {0x26}, text("sig"), bytes(sign(attested, attestationKey)));
        return attestationCertificate == null
                ? concat(new byte[] {(byte) 0xA2}, signed)
                : concat(
                        new byte[] {(byte) 0xA3},
                        signed,
                        text("x5c"),
                        new byte[] {(byte) 0x81},
                        bytes(attestationCertificate));
    }

    private byte[] sign(byte[] message) {
        return sign(message, key.getPrivate());
    }

    private byte[] sign(byte[] message, PrivateKey privateKey) {
        try {
            Signature signature = Signature.getInstance(algorithm.signature);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // Labels 1 (kty), 3 (alg), -1, -2, -3 in the canonical order of CTAP2.
    private byte[] coseKey() {
        return switch (algorithm) {
            case ES256 -> {
                ECPublicKey point = (ECPublicKey) key.getPublic();
                yield concat(
                        new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21},
                        bytes(unsigned(point.getW().getAffineX(), 32)),
                        new byte[] {0x22},
                        bytes(unsigned(point.getW().getAffineY(), 32)));
            }
            case RS256 -> {
                RSAPublicKey rsa = (RSAPublicKey) key.getPublic();
                yield concat(
                        new byte[] {(byte) 0xA4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20},
                        bytes(unsigned(rsa.getModulus(), 256)),
                        new byte[] {0x21},
                        bytes(unsigned(rsa.getPublicExponent(), 3)));
            }
            case EDDSA -> {
                byte[] spki = key.getPublic().getEncoded();
                yield concat(
                        new byte[] {(byte) 0xA4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21},
                        bytes(Arrays.copyOfRange(spki, spki.length - 32, spki.length)));
            }
        };
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        byte[] fixed = new byte[length];
        int copied = Math.min(signed.length, length);
        System.arraycopy(signed, signed.length - copied, fixed, length - copied, copied);
        return fixed;
    }

    private static byte[] text(String text) {
        return concat(head(0x60, text.length()), text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(byte[] value) {
        return concat(head(0x40, value.length), value);
    }

    private static byte[] head(int major, int length) {
        if (length < 24) {
            return new byte[] {(byte) (major | length)};
        }
        return length < 256
                ? new byte[] {(byte) (major | 24), (byte) length}
                : new byte[] {(byte) (major | 25), (byte) (length >> 8), (byte) length};
    }

    private static byte[] uuid(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] random() {
        return uuid(UUID.randomUUID());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
