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

/** An ML-DSA-65 public key (RFC 9964 §5): the 1952 octets of FIPS 204. Every value is a valid key. */
public final class MlDsaMembers implements PublicMembers {

    /** Length of a signature. */
    public static final int SIGNATURE_BYTES = 3309;

    private static final int BYTES = 1952;
    /** SubjectPublicKeyInfo with the algorithm of RFC 9881, up to the 1952 octets. */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("308207b2300b0609608648016503040312038207a100");

    private final byte[] pub;

    private MlDsaMembers(byte[] pub) {
        this.pub = pub;
    }

    /** Returns the members of a public key. */
    public static MlDsaMembers of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new MlDsaMembers(Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length));
    }

    static MlDsaMembers read(Map<String, ?> jwk) {
        return new MlDsaMembers(JwkReader.octets(jwk, "pub", BYTES));
    }

    @Override
    public Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("pub", Base64Url.encodeToString(pub));
        return members;
    }

    @Override
    public PublicKey key(KeyFactory factory) throws InvalidKeySpecException {
        byte[] encoded = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + BYTES);
        System.arraycopy(pub, 0, encoded, SPKI_PREFIX.length, BYTES);
        return factory.generatePublic(new X509EncodedKeySpec(encoded));
    }
}
