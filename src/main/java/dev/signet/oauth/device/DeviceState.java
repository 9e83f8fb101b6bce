package dev.signet.oauth.device;

/** How far a device has got; only from {@code PENDING} may anybody decide, only from {@code APPROVED} are tokens given, once. */
enum DeviceState {
    PENDING,
    APPROVED,
    DENIED,
    USED
}
