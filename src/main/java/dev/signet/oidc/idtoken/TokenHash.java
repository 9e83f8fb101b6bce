package dev.signet.oidc.idtoken;

import dev.signet.jose.jwk.JwsAlgorithm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Value of {@code at_hash}: the left half of the hash of the access token, with the hash function of the ID Token's
 * algorithm (OpenID Connect Core §3.1.3.6). No specification defines the function for ML-DSA, so the optional claim is
 * omitted there.
 */
final class TokenHash {

    private TokenHash() {}

    static Optional<String> of(String token, JwsAlgorithm algorithm) {
        return switch (algorithm) {
            case RS256, ES256 -> Optional.of(half("SHA-256", token));
            // Ed25519 uses SHA-512 (RFC 8032 §5.1).
            case ED25519 -> Optional.of(half("SHA-512", token));
            case ML_DSA_65 -> Optional.empty();
        };
    }

    private static String half(String digest, String token) {
        try {
            byte[] hash = MessageDigest.getInstance(digest).digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-2 is not available", e);
        }
    }
}
