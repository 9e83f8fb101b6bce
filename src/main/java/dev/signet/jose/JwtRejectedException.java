package dev.signet.jose;

/** A JWT that was not accepted; the message is a private detail for logs and never holds any part of the token. */
public final class JwtRejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, as a stable code. */
    public enum Reason {
        TOO_LONG,
        MALFORMED,
        UNKNOWN_KEY,
        ALGORITHM,
        CRITICAL,
        TYPE,
        SIGNATURE,
        ISSUER,
        AUDIENCE,
        EXPIRED,
        NOT_YET_VALID,
        LIFETIME,
        CLAIM
    }

    private final Reason reason;

    JwtRejectedException(Reason reason, String detail) {
        // Anyone can cause it as often as they like: a stack trace would cost more than the check.
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
