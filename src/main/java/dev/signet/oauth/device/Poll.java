package dev.signet.oauth.device;

/** What a device is told when it asks (RFC 8628 §3.5). */
public enum Poll {
    UNKNOWN,
    EXPIRED,
    DENIED,
    PENDING,
    TOO_SOON,
    APPROVED
}
