package dev.signet.links.admission;

/** Who may make an account without being an administrator. */
public enum RegistrationMode {
    CLOSED,
    INVITED,
    OPEN
}
