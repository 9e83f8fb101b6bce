package dev.signet.oidc.idtoken;

import dev.signet.jose.JwsAlgorithm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** {@code at_hash}: the left half of the hash that goes with the ID Token's algorithm (OpenID Connect Core §3.1.3.6). */
final class TokenHash {

    private TokenHash() {}

    static String of(String token, JwsAlgorithm algorithm) {
        byte[] hash = digest(algorithm).digest(token.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }

    private static MessageDigest digest(JwsAlgorithm algorithm) {
        try {
            return MessageDigest.getInstance(
                    switch (algorithm) {
                        case RS256, ES256 -> "SHA-256";
                        // The hash within Ed25519 (RFC 8032 §5.1).
                        case ED25519 -> "SHA-512";
                    });
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-2 is required of every Java platform", e);
        }
    }
}
