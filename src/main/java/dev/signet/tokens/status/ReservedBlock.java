package dev.signet.tokens.status;

/**
 * Block of a status list that is reserved for one node.
 *
 * @param usableUntil {@link System#nanoTime} after which its slots must not be issued
 */
record ReservedBlock(long list, int number, long usableUntil) {}
