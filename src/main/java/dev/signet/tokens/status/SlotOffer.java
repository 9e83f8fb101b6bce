package dev.signet.tokens.status;

import java.time.Instant;

/**
 * Unused slot that is offered to a session.
 *
 * @param leasedUntil {@link System#nanoTime} until which it may be issued
 * @param retainUntil the time until which new tokens may refer to it, if it is issued now
 */
public record SlotOffer(StatusSlot slot, long leasedUntil, Instant retainUntil) {}
