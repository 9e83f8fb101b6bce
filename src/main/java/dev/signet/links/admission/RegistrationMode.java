package dev.signet.links.admission;

/** The users who may create an account without being an administrator. */
public enum RegistrationMode {
    CLOSED,
    INVITED,
    OPEN
}
