package dev.signet.accounts;

/** Only an active account receives tokens; an administrator disables one, the service itself locks one. */
enum AccountStatus {
    ACTIVE,
    DISABLED,
    LOCKED
}
