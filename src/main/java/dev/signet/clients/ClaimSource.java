package dev.signet.clients;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What of an account a mapped claim may tell, and the scope value without which it is not told. */
public enum ClaimSource {
    ID(null),
    KIND(null),
    USERNAME(null),
    /** The former name of {@link #GROUPS}. */
    ROLES(RoleRelease.SCOPE),
    GROUPS(RoleRelease.SCOPE),
    NAME("profile"),
    CREATED_AT("profile"),
    UPDATED_AT("profile"),
    EMAIL("email"),
    EMAIL_VERIFIED("email");

    private final @Nullable String scope;

    ClaimSource(@Nullable String scope) {
        this.scope = scope;
    }

    /** Returns whether the claim contains the roles of the account, which {@link RoleRelease} releases. */
    public boolean isRoles() {
        return this == ROLES || this == GROUPS;
    }

    /** Whether a grant of these scope values lets it be told. */
    public boolean isReleasedBy(Collection<String> scopes) {
        return scope == null || scopes.contains(scope);
    }

    static Optional<ClaimSource> ofWire(String name) {
        for (ClaimSource source : values()) {
            if (source.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }
}
