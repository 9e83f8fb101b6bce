package dev.signet.accounts.role;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

/** A role as returned to administrators. */
public record RoleView(
        @Schema(examples = "\"auditor\"") String name,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant createdAt) {}
