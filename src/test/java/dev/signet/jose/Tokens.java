package dev.signet.jose;

import dev.signet.jose.json.Base64Url;
import dev.signet.jose.jwk.JwsAlgorithm;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Common parts of the token tests: one key per algorithm, a fixed clock, and signed tokens with arbitrary content. */
final class Tokens {

    static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String ISSUER = "https://id.example.org";
    static final String AUDIENCE = "https://api.example.org";

    private static final SignatureEngine ENGINE = Engines.underTest();
    static final SigningKey RS256 = ENGINE.generate(JwsAlgorithm.RS256);
    static final SigningKey ES256 = ENGINE.generate(JwsAlgorithm.ES256);
    static final SigningKey ED25519 = ENGINE.generate(JwsAlgorithm.ED25519);

    private static final Map<String, VerificationKey> KEYS = Map.of(
            RS256.kid(), ENGINE.verificationKey(RS256.publicJwk()),
            ES256.kid(), ENGINE.verificationKey(ES256.publicJwk()),
            ED25519.kid(), ENGINE.verificationKey(ED25519.publicJwk()));

    private Tokens() {}

    static JwtPolicy.Builder policy() {
        return JwtPolicy.builder()
                .issuer(ISSUER)
                .types(JwtType.ACCESS_TOKEN)
                .audience(AUDIENCE)
                .maxLifetime(Duration.ofMinutes(5));
    }

    static JwtVerifier verifier() {
        return verifier(policy());
    }

    static JwtVerifier verifier(JwtPolicy.Builder policy) {
        return new JwtVerifier(KEYS::get, policy.build(), CLOCK);
    }

    static ClaimsSet.Builder claims() {
        return ClaimsSet.builder()
                .claim("iss", ISSUER)
                .claim("aud", AUDIENCE)
                .claim("sub", "alice")
                .claim("iat", NOW)
                .claim("exp", NOW.plusSeconds(300));
    }

    static String claimsJson() {
        return claims().build().toJson();
    }

    /** Returns the header that Signet writes for the key. */
    static String header(SigningKey key) {
        return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}"
                .formatted(key.algorithm().wireName(), key.kid());
    }

    /** Returns a correctly signed token with a header and claims that need not be JSON. */
    static String signed(SigningKey key, String header, String claims) {
        return signedParts(key, part(header), part(claims));
    }

    /** Returns a correctly signed token with parts that need not be base64url. */
    static String signedParts(SigningKey key, String header, String claims) {
        String input = header + "." + claims;
        return input + "." + Base64Url.encodeToString(key.sign(input.getBytes(StandardCharsets.UTF_8)));
    }

    static String part(String text) {
        return Base64Url.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
