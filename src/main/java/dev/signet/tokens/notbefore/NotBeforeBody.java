package dev.signet.tokens.notbefore;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Request and response body with the not-before instant of an account. In a request, an omitted instant means now. */
record NotBeforeBody(
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") @Nullable
        Instant notBefore) {}
