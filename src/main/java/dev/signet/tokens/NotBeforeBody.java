package dev.signet.tokens;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Since when what an account was given counts; in a request, now if left out. */
record NotBeforeBody(
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") @Nullable
        Instant notBefore) {}
