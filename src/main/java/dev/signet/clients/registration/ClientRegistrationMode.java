package dev.signet.clients.registration;

/** Permission to register clients without being an administrator. */
enum ClientRegistrationMode {
    OFF,
    TOKEN,
    OPEN
}
