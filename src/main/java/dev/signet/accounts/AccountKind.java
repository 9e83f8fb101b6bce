package dev.signet.accounts;

/** The kind of an account: a user, who signs in, or a service account, which never has a password. */
public enum AccountKind {
    PERSON,
    SERVICE
}
