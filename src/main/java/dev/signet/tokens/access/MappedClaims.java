package dev.signet.tokens.access;

import dev.signet.accounts.Account;
import dev.signet.clients.ClaimLocation;
import dev.signet.clients.ClaimSource;
import dev.signet.clients.MappedClaim;
import dev.signet.clients.Scope;
import dev.signet.clients.TokenSettings;
import dev.signet.jose.ClaimsSet;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Claims that an administrator mapped for a client. */
public final class MappedClaims {

    private MappedClaims() {}

    /** Returns the names of the claims mapped for a location. They replace standard claims of the same name. */
    public static Set<String> names(TokenSettings settings, ClaimLocation location) {
        return settings.claims().stream()
                .filter(claim -> claim.locations().contains(location))
                .map(MappedClaim::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Adds the claims mapped for a location.
     *
     * @param account the user the token is about; null if it is the client itself
     * @param scope the granted scope
     */
    public static void add(
            ClaimsSet.Builder set,
            TokenSettings settings,
            ClaimLocation location,
            @Nullable Account account,
            Scope scope) {
        if (settings.claims().isEmpty()) {
            return;
        }
        for (MappedClaim claim : settings.claims()) {
            if (claim.locations().contains(location)) {
                ClaimSource source = claim.source();
                if (source == null) {
                    put(set, claim.name(), claim.value());
                } else if (account != null && isReleased(source, settings, location, scope)) {
                    put(set, claim.name(), of(account, source));
                }
            }
        }
    }

    private static boolean isReleased(ClaimSource source, TokenSettings settings, ClaimLocation location, Scope scope) {
        return source.isRoles() ? settings.roles().allows(location, scope) : source.isReleasedBy(scope);
    }

    private static @Nullable Object of(Account account, ClaimSource source) {
        return switch (source) {
            case ID -> account.id().toString();
            case KIND -> account.kind().name().toLowerCase(Locale.ROOT);
            case USERNAME -> account.username();
            case ROLES, GROUPS -> account.roles().stream().sorted().toList();
            case NAME -> account.name();
            case UPDATED_AT -> account.updatedAt().getEpochSecond();
            case CREATED_AT -> account.createdAt().getEpochSecond();
            case EMAIL -> account.email();
            case EMAIL_VERIFIED -> account.email() == null ? null : account.emailVerified();
        };
    }

    @SuppressWarnings("unchecked")
    private static void put(ClaimsSet.Builder set, String name, @Nullable Object value) {
        if (value instanceof String text) {
            set.claim(name, text);
        } else if (value instanceof Long number) {
            set.claim(name, number);
        } else if (value instanceof Boolean bool) {
            set.claim(name, bool);
        } else if (value instanceof List<?> list) {
            set.claim(name, (List<String>) list);
        }
    }
}
