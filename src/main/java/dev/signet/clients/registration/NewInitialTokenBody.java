package dev.signet.clients.registration;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Optional body of {@code POST /admin/registration-tokens}. */
record NewInitialTokenBody(
        @Schema(examples = "86400") @Nullable Long expiresIn,
        @Schema(examples = "1") @Nullable Integer uses) {}
