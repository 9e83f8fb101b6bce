package dev.signet.audit;

import java.util.Set;
import java.util.UUID;

/**
 * Lookup of accounts by verified e-mail address, for subjects in {@code email} format (RFC 9493 §3.2.2); {@code
 * accounts} implements it.
 */
public interface AccountsByEmail {

    /** Returns the accounts with this verified e-mail address. */
    Set<UUID> withVerifiedEmail(String email);
}
