package dev.signet.clients;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Claim that an administrator mapped for the tokens of a client: an attribute of the account or a fixed value.
 *
 * @param source the attribute; null for a fixed value
 * @param value a string, a whole number, a boolean or a list of strings; null for an attribute of the account
 */
public record MappedClaim(
        String name, @Nullable ClaimSource source, @Nullable Object value, Set<ClaimLocation> locations) {

    public MappedClaim {
        locations = Set.copyOf(locations);
    }
}
