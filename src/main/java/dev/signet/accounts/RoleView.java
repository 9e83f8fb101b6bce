package dev.signet.accounts;

import java.time.Instant;

/** A role as administrators see it. */
public record RoleView(String name, Instant createdAt) {}
