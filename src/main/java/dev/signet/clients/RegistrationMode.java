package dev.signet.clients;

/** Who may register a client without being an administrator. */
enum RegistrationMode {
    OFF,
    TOKEN,
    OPEN
}
