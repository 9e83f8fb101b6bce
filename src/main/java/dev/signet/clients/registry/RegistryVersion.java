package dev.signet.clients.registry;

/** Number of changes and of deletions of clients. */
record RegistryVersion(long version, long deletions) {}
