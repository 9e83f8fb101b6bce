package dev.signet.clients;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A client as it was stored just now or before, and its secret if that is to be shown. */
record Registration(
        Client client,
        ClientDocument document,
        Instant createdAt,
        @Nullable ClientSecret secret) {}
