package dev.signet.login.passkeys.ceremony;

/** The two ceremonies of Web Authentication (Level 3 §7). */
public enum CeremonyKind {
    REGISTRATION,
    AUTHENTICATION
}
