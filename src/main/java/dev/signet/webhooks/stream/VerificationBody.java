package dev.signet.webhooks.stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request for a verification event (Shared Signals Framework 1.0 §8.1.4.2). */
record VerificationBody(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"") @Nullable
        String streamId,

        @Schema(examples = "\"VGhpcyBpcyBhIHN0YXRl\"") @Nullable
        String state) {

    @Override
    public String toString() {
        return "VerificationBody";
    }
}
