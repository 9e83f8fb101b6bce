package dev.signet.accounts;

/** Whether an account is a person, who logs in, or a service, which never has a password. */
public enum AccountKind {
    PERSON,
    SERVICE
}
