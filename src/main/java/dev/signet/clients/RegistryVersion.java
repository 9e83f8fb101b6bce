package dev.signet.clients;

/** How often clients have been changed, and how many have been deleted. */
record RegistryVersion(long version, long deletions) {}
