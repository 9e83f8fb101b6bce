package dev.signet.throttle;

/** A request that was counted before it stored anything. */
public interface CountedRequest {

    /** A request that is not limited. */
    CountedRequest UNLIMITED = () -> {};

    /** Takes the count back, because the request had a grant. */
    void withdraw();
}
