package dev.signet.throttle;

/** A request that was counted before it stored anything. */
public interface CountedRequest {

    /** A request that is not limited. */
    CountedRequest UNLIMITED = () -> {};

    /** Removes the request from the count, for example because it was successful. */
    void withdraw();
}
