package dev.signet.login.passkeys.webauthn;

import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.EdDSACOSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import dev.signet.jose.json.Base64Url;
import dev.signet.jose.jwk.InvalidJwkException;
import dev.signet.jose.jwk.Jwk;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Public keys of authenticators (RFC 9052 §7): the accepted algorithms, and the conversion to a JWK. */
final class CoseKeys {

    /** ES256, Ed25519 and RS256, the preferred one first. Authenticators have keys of any of them. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private CoseKeys() {}

    /**
     * Returns the key as a JWK, which is strictly validated: curve, point, size and exponent.
     *
     * @throws InvalidJwkException if the key is malformed, weak or of another type
     */
    static Jwk toJwk(@Nullable COSEKey key) {
        if (key instanceof EC2COSEKey ec) {
            return Jwk.parse(
                    Map.of("kty", "EC", "crv", "P-256", "alg", "ES256", "x", text(ec.getX()), "y", text(ec.getY())));
        }
        if (key instanceof EdDSACOSEKey edwards) {
            return Jwk.parse(Map.of("kty", "OKP", "crv", "Ed25519", "alg", "Ed25519", "x", text(edwards.getX())));
        }
        if (key instanceof RSACOSEKey rsa) {
            return Jwk.parse(Map.of("kty", "RSA", "alg", "RS256", "n", number(rsa.getN()), "e", number(rsa.getE())));
        }
        throw new InvalidJwkException("the type of the key is not supported");
    }

    private static String text(byte @Nullable [] octets) {
        return Base64Url.encodeToString(octets == null ? new byte[0] : octets);
    }

    // RFC 8230 §4 forbids leading zeros, which some authenticators send.
    private static String number(byte @Nullable [] octets) {
        byte[] digits = octets == null ? new byte[0] : octets;
        int zeros = 0;
        while (zeros < digits.length && digits[zeros] == 0) {
            zeros++;
        }
        return text(Arrays.copyOfRange(digits, zeros, digits.length));
    }
}
