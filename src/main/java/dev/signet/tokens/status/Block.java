package dev.signet.tokens.status;

/**
 * A part of a list that one node has for itself.
 *
 * @param usableUntil by {@link System#nanoTime}, when its places may not be given out any more
 */
record Block(long list, int number, long usableUntil) {}
