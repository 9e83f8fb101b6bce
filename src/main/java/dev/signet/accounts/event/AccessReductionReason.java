package dev.signet.accounts.event;

/** Reason of a reduction of access. If one change has several reasons, the first of them in this order is stated. */
public enum AccessReductionReason {
    ACCOUNT_DELETED,
    ACCOUNT_DISABLED,
    EMAIL_CHANGED,
    EMAIL_CHANGE_UNDONE,
    FACTOR_ENROLLED,
    FACTOR_REMOVED,
    PASSKEY_REMOVED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    ROLE_REMOVED
}
