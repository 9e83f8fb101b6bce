package dev.signet.oauth.device;

/** Result of a poll by a device (RFC 8628 §3.5). */
public enum DevicePollResult {
    UNKNOWN,
    EXPIRED,
    DENIED,
    PENDING,
    TOO_SOON,
    APPROVED
}
