package dev.signet.accounts;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The data against which a password is verified. It is read on its own, so that an unknown and a known account cost the
 * same query.
 */
@RegisterForReflection // named in the text of that query
record StoredCredentials(
        UUID id,
        AccountStatus status,
        @Nullable String passwordHash,
        @Nullable Instant passwordChangedAt) {

    /** Returns whether the account still has the verified password. An upgraded hash counts as the same password. */
    boolean isSameAs(StoredAccount account) {
        return Objects.equals(passwordChangedAt, account.passwordChangedAt);
    }
}
