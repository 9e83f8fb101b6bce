package dev.signet.clients.metadata;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Member of {@code claims}: the source or the fixed value of a claim, and the places that contain it. */
record ClaimMapping(
        @Schema(examples = "\"roles\"") @Nullable String from,

        @Schema(examples = "\"sales\"", implementation = Object.class) @Nullable
        Object value,

        @Schema(examples = "[\"access_token\"]") @Nullable List<@Nullable String> in) {}
