package dev.signet.accounts;

/** Only an active account receives tokens; an administrator disables one. */
enum AccountStatus {
    ACTIVE,
    DISABLED
}
