package dev.signet.oidc.claims;

import dev.signet.accounts.Account;
import dev.signet.clients.RoleRelease;
import dev.signet.clients.Scope;
import dev.signet.jose.ClaimsSet;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Claims of OpenID Connect Core §5.1 that Signet supports, each with the scope value that requests it (§5.4). */
public enum StandardClaim {
    /** The display name of an account, or its username if it has none. */
    NAME("profile"),
    PREFERRED_USERNAME("profile"),
    UPDATED_AT("profile"),
    EMAIL("email"),
    EMAIL_VERIFIED("email"),
    GROUPS(RoleRelease.SCOPE);

    private final String scope;

    StandardClaim(String scope) {
        this.scope = scope;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the scope value that requests this claim. */
    public String scope() {
        return scope;
    }

    public static Optional<StandardClaim> ofWire(String name) {
        for (StandardClaim claim : values()) {
            if (claim.wire().equals(name)) {
                return Optional.of(claim);
            }
        }
        return Optional.empty();
    }

    /** Returns the claims that a scope requests. */
    public static Set<StandardClaim> ofScope(Scope scope) {
        Set<StandardClaim> claims = EnumSet.noneOf(StandardClaim.class);
        for (StandardClaim claim : values()) {
            if (scope.contains(claim.scope)) {
                claims.add(claim);
            }
        }
        return claims;
    }

    /**
     * Adds the values of an account to a set of claims. A claim without a value is omitted, never null (§5.3.2), and so
     * is a claim for which the client has a mapping.
     *
     * @param set the target
     * @param claims the claims to add
     * @param account the source of the values
     * @param mappedClaims names of the claims for which the client has a mapping
     */
    public static void add(
            ClaimsSet.Builder set, Set<StandardClaim> claims, Account account, Set<String> mappedClaims) {
        String email = account.email();
        for (StandardClaim claim : claims) {
            if (mappedClaims.contains(claim.wire())) {
                continue;
            }
            switch (claim) {
                case NAME -> set.claim(claim.wire(), account.name() == null ? account.username() : account.name());
                case PREFERRED_USERNAME -> set.claim(claim.wire(), account.username());
                case UPDATED_AT -> set.claim(claim.wire(), account.updatedAt());
                case EMAIL -> addEmail(set, email);
                case GROUPS ->
                    set.claim(claim.wire(), account.roles().stream().sorted().toList());
                case EMAIL_VERIFIED -> {
                    if (email != null) {
                        set.claim(claim.wire(), account.emailVerified());
                    }
                }
            }
        }
    }

    private static void addEmail(ClaimsSet.Builder set, @Nullable String email) {
        if (email != null) {
            set.claim(EMAIL.wire(), email);
        }
    }
}
