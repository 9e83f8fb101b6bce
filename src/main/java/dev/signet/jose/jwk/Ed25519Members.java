package dev.signet.jose.jwk;

import dev.signet.jose.json.Base64Url;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An Ed25519 public key (RFC 8037 §2): 32 octets that encode a point of large order in its only valid encoding.
 */
public final class Ed25519Members implements PublicMembers {

    static final String CRV = "Ed25519";

    /** Length of a signature. */
    public static final int SIGNATURE_BYTES = 64;

    private static final int BYTES = 32;
    /** SubjectPublicKeyInfo with the algorithm of RFC 8410, up to the 32 octets. */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] x;

    private Ed25519Members(byte[] x) {
        if (!Edwards25519.isPublicKey(x)) {
            throw new InvalidJwkException("the OKP key is not a valid Ed25519 point");
        }
        this.x = x;
    }

    /** Returns the members of a public key. */
    public static Ed25519Members of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new Ed25519Members(Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length));
    }

    static Ed25519Members read(Map<String, ?> jwk) {
        return new Ed25519Members(JwkReader.octets(jwk, "x", BYTES));
    }

    @Override
    public Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("crv", CRV);
        members.put("x", Base64Url.encodeToString(x));
        return members;
    }

    @Override
    public PublicKey key(KeyFactory factory) throws InvalidKeySpecException {
        byte[] encoded = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + BYTES);
        System.arraycopy(x, 0, encoded, SPKI_PREFIX.length, BYTES);
        return factory.generatePublic(new X509EncodedKeySpec(encoded));
    }
}
