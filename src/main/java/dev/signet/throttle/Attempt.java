package dev.signet.throttle;

import java.time.Instant;

/** One attempt that was let through and is already counted as failed. */
public final class Attempt {

    private final AttemptLimits limits;
    final String account;
    final String network;
    final boolean known;
    final Instant latestWindowEnd;

    Attempt(AttemptLimits limits, String account, String network, boolean known, Instant latestWindowEnd) {
        this.limits = limits;
        this.account = account;
        this.network = network;
        this.known = known;
        this.latestWindowEnd = latestWindowEnd;
    }

    /** Takes the count back, because nothing was tried after all. To be called once. */
    public void withdrawn() {
        limits.refund(this);
    }

    /** Takes the count back and remembers the address as one from which the account logs in. To be called once. */
    public void succeeded() {
        limits.settle(this);
    }
}
