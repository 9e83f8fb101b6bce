package dev.signet.keys.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The response to a rotation: the successors, and a warning for the caller. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RotationView(
        List<KeyView> keys,

        @Schema(examples = "\"Verifiers with a cached JWK Set may reject new tokens for up to 3600 seconds.\"")
        @Nullable
        String warning) {}
