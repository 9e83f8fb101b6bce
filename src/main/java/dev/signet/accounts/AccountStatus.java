package dev.signet.accounts;

/** The status of an account. Only an active account receives tokens; administrators disable accounts. */
enum AccountStatus {
    ACTIVE,
    DISABLED
}
