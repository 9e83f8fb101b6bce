package dev.signet.fetch;

/**
 * Signals a call that was not made or whose response was rejected. The message is a private detail for the log. It
 * contains no part of the response, so that a user who chose the URL cannot read the internal network through it.
 */
public final class FetchFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The reason as a stable code. */
    public enum Reason {
        /** The URL is not allowed. */
        URL,
        /** The name has no IP address. */
        UNRESOLVED,
        /** The name has an IP address that is not public. */
        ADDRESS,
        /** The server cannot be reached, or has no certificate for the name. */
        UNREACHABLE,
        /** The response was not complete in time. */
        TIMEOUT,
        /** The response is longer than the limit, or is encoded. */
        CONTENT,
        /** The status of the response is not 200. */
        STATUS,
        /** The maximum number of concurrent calls is reached. */
        BUSY
    }

    private final Reason reason;

    FetchFailedException(Reason reason, String detail) {
        // Any user who registers a URL can cause this exception at any rate: a stack trace would be too expensive.
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
