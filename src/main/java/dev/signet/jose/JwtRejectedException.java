package dev.signet.jose;

/** Signals a JWT that was rejected. The message is a private detail for logs and never contains a part of the token. */
public final class JwtRejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The reason as a stable code. */
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
        // Any sender can cause this exception at any rate: a stack trace would cost more than the check.
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
