package dev.signet.throttle;

import java.time.Instant;

/** An attempt that the limits allowed and that is already counted as failed. */
public final class Attempt {

    private final AttemptLimits limits;
    final String account;
    final String network;
    final boolean knownIpAddress;
    final Instant latestWindowEnd;

    Attempt(AttemptLimits limits, String account, String network, boolean knownIpAddress, Instant latestWindowEnd) {
        this.limits = limits;
        this.account = account;
        this.network = network;
        this.knownIpAddress = knownIpAddress;
        this.latestWindowEnd = latestWindowEnd;
    }

    /** Removes the attempt from the count because nothing was verified. Call it once. */
    public void withdraw() {
        limits.withdraw(this);
    }

    /** Removes the attempt from the count and stores the IP address as known for the account. Call it once. */
    public void markSucceeded() {
        limits.recordSuccess(this);
    }
}
