package dev.signet.clients;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * A claim that a client's tokens have because an administrator said so: something of the account, or always the same.
 *
 * @param source null if it is always the same
 * @param value a string, a whole number, a truth or a list of strings; null if it is of the account
 */
public record MappedClaim(
        String name, @Nullable ClaimSource source, @Nullable Object value, Set<ClaimPlace> places) {

    public MappedClaim {
        places = Set.copyOf(places);
    }
}
