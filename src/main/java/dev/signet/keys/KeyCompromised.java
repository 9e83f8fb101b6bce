package dev.signet.keys;

/** Fired within the transaction that withdraws a key: whatever was signed under {@code kid} is no longer to be believed. */
public record KeyCompromised(String kid) {}
