package dev.signet.clients;

/** Permission to register clients without being an administrator. */
enum ClientRegistrationMode {
    OFF,
    TOKEN,
    OPEN
}
