package dev.signet.keys.lifecycle;

import dev.signet.keys.KeyRecord;

import java.util.List;

/**
 * The result of a rotation by an administrator.
 *
 * @param successors the key that signs next, or now, for each requested algorithm
 * @param changed true if this call changed a key; false if nothing had to change or another node was first
 */
public record KeyRotationResult(List<KeyRecord> successors, boolean changed) {}
