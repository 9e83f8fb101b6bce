package dev.signet.oidc.claims;

import dev.signet.accounts.Account;
import dev.signet.clients.RoleRelease;
import dev.signet.jose.ClaimsSet;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The claims of OpenID Connect Core §5.1 that Signet has, each with the scope value that asks for it (§5.4). */
public enum StandardClaim {
    /** The username where an account has no other. */
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

    /** The scope value it belongs to. */
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

    /** Those that a space-separated scope asks for. */
    public static Set<StandardClaim> ofScope(String scope) {
        List<String> values = List.of(scope.split(" "));
        Set<StandardClaim> claims = EnumSet.noneOf(StandardClaim.class);
        for (StandardClaim claim : values()) {
            if (values.contains(claim.scope)) {
                claims.add(claim);
            }
        }
        return claims;
    }

    /**
     * Adds what the account has of those; what it does not have is left out, never null (§5.3.2), and so is what the client has
     * mapped to something else.
     */
    public static void add(
            ClaimsSet.Builder set, Set<StandardClaim> claims, Account account, Set<String> mappedElsewhere) {
        String email = account.email();
        for (StandardClaim claim : claims) {
            if (mappedElsewhere.contains(claim.wire())) {
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
