package dev.signet.fetch;

/**
 * A call that was not made, or whose answer was not taken. The message is a private detail for the log and holds nothing of the
 * answer: whoever chose the address must not read our network through it.
 */
public final class FetchRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, as a stable code. */
    public enum Reason {
        /** The URL is not one this service calls. */
        URL,
        /** The name has no address. */
        UNRESOLVED,
        /** The name has an address that is not public. */
        ADDRESS,
        /** Nobody answers there, or not for that name. */
        UNREACHABLE,
        /** The answer did not come in time. */
        TIMEOUT,
        /** The answer is longer than asked for, or encoded. */
        CONTENT,
        /** The answer is not 200. */
        STATUS,
        /** As many calls as may be made at once are being made. */
        BUSY
    }

    private final Reason reason;

    FetchRefusedException(Reason reason, String detail) {
        // Who registers an address can cause it as often as they like.
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
