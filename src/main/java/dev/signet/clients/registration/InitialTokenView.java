package dev.signet.clients.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Initial access token as administrators see it; the token itself is returned only at its creation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InitialTokenView(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"")
        UUID id,

        @Schema(examples = "\"sgi_2fJx…\"") @Nullable String registrationToken,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant createdAt,
        @Schema(examples = "\"2026-11-23T08:15:30Z\"") Instant expiresAt,
        @Schema(examples = "1") int usesLeft) {

    @Override
    public String toString() {
        return "InitialTokenView[" + id + "]";
    }
}
