package dev.signet.keys;

import java.util.List;

/**
 * What a rotation by hand came to.
 *
 * @param successors the key that signs next, or now, for each algorithm asked for
 * @param changed whether this call changed anything; otherwise it was so already, or another node was first
 */
public record Rotation(List<KeyRecord> successors, boolean changed) {}
