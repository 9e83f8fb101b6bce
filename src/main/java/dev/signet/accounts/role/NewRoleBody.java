package dev.signet.accounts.role;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /admin/roles}. */
record NewRoleBody(
        @Schema(examples = "\"auditor\"") @Nullable String name) {}
