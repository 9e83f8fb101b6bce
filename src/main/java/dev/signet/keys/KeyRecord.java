package dev.signet.keys;

import dev.signet.jose.Jwk;
import dev.signet.jose.JwsAlgorithm;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A key's public side and its place in the life cycle; equal records mean that nothing changed.
 *
 * @param deactivatesAt when it stops signing, or stopped; null until it signs
 * @param destroysAt when it leaves the JWK Set, or left it; null until it stops signing
 */
public record KeyRecord(
        String kid,
        JwsAlgorithm algorithm,
        KeyState state,
        Jwk jwk,
        Instant createdAt,
        Instant activatesAt,
        @Nullable Instant deactivatesAt,
        @Nullable Instant destroysAt) {}
