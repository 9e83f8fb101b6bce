package dev.signet.compat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The request of the other views: {@code refresh} to refresh or to blacklist, {@code token} to verify. */
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
