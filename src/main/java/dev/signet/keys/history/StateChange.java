package dev.signet.keys.history;

import dev.signet.jose.jwk.Jwk;
import dev.signet.keys.KeyState;

/** A key and its new state. */
public record StateChange(Jwk jwk, KeyState state) {}
