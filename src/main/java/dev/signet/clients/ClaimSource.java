package dev.signet.clients;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/** Attribute of an account that a mapped claim can contain, and the scope value that releases it. */
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

    /** Returns whether the granted scope releases the attribute. */
    public boolean isReleasedBy(Scope granted) {
        return scope == null || granted.contains(scope);
    }

    /** Returns the source of a name in client metadata; empty for an unknown name. */
    public static Optional<ClaimSource> ofWire(String name) {
        for (ClaimSource source : values()) {
            if (source.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }
}
