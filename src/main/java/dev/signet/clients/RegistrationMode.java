package dev.signet.clients;

/** Permission to register clients without being an administrator. */
enum RegistrationMode {
    OFF,
    TOKEN,
    OPEN
}
