package dev.signet.keys;

import dev.signet.jose.jwk.Jwk;

/** A key and its new state. */
record StateChange(Jwk jwk, KeyState state) {}
