package dev.signet.keys;

/** CDI event in the transaction that withdraws a key: every signature by {@code kid} must be rejected from now on. */
public record KeyCompromised(String kid) {}
