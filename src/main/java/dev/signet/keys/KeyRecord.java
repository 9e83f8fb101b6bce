package dev.signet.keys;

import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwsAlgorithm;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The public half of a key and its life-cycle state. Equal records mean that nothing changed.
 *
 * @param deactivatesAt time when it stops or stopped signing; null until it signs
 * @param destroysAt time when it leaves or left the JWK Set; null until it stops signing
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
