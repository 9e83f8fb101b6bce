package dev.signet.webhooks.stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request that adds a subject to a stream or removes it (Shared Signals Framework 1.0 §8.1.3). */
record SubjectBody(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"") @Nullable
        String streamId,

        @Nullable StreamSubject subject,
        @Schema(examples = "true") @Nullable Boolean verified) {

    /**
     * An account of this installation: by its id ({@code iss_sub}, RFC 9493 §3.2.4) or by its verified e-mail address
     * ({@code email}, §3.2.2).
     */
    record StreamSubject(
            @Schema(examples = "\"iss_sub\"") @Nullable String format,

            @Schema(examples = "\"https://id.example.com\"") @Nullable
            String iss,

            @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"") @Nullable
            String sub,

            @Schema(examples = "\"alice@example.com\"") @Nullable
            String email) {}
}
