package dev.signet.links.admission;

/** The users who may create an account without being an administrator. */
enum UserRegistrationMode {
    CLOSED,
    INVITED,
    OPEN
}
