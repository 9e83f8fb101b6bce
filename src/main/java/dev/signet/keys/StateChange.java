package dev.signet.keys;

import dev.signet.jose.Jwk;

/** A key and the state it has from now on. */
record StateChange(Jwk jwk, KeyState state) {}
