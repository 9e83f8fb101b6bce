package dev.signet.compat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request body of the endpoints refresh and blacklist (member {@code refresh}) and verify (member {@code token}). */
@JsonIgnoreProperties(ignoreUnknown = true)
record SimpleJwtToken(
        @Schema(examples = "\"sgr_…\"") @Nullable String refresh,

        @Schema(examples = "\"eyJhbGciOiJSUzI1NiIs…\"") @Nullable
        String token) {

    @Override
    public String toString() {
        return "SimpleJwtToken";
    }
}
