package dev.signet.oauth.device;

/**
 * State of a device grant. A user decides only in {@code PENDING}; tokens are issued once, and only in {@code
 * APPROVED}.
 */
enum DeviceState {
    PENDING,
    APPROVED,
    DENIED,
    USED
}
