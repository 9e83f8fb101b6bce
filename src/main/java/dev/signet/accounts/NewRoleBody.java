package dev.signet.accounts;

import org.jspecify.annotations.Nullable;

/** The body of {@code POST /admin/roles}. */
record NewRoleBody(@Nullable String name) {}
