package dev.signet.tokens.status;

import java.time.Instant;

/**
 * A slot that nobody has.
 *
 * @param leasedUntil by {@link System#nanoTime}, until when it may be given out
 * @param heldUntil until when new tokens may refer to it, if it is given out now
 */
public record SlotOffer(StatusSlot slot, long leasedUntil, Instant heldUntil) {}
