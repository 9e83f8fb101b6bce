package dev.signet.clients;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** One member of {@code claims}: where the claim comes from, or what it always is, and where it stands. */
public record ClaimMapping(
        @Schema(examples = "\"roles\"") @Nullable String from,

        @Schema(examples = "\"sales\"", implementation = Object.class) @Nullable
        Object value,

        @Schema(examples = "[\"access_token\"]") @Nullable List<@Nullable String> in) {}
