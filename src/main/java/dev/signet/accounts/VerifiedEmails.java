package dev.signet.accounts;

import dev.signet.accounts.name.EmailAddress;
import jakarta.inject.Singleton;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lookup of accounts by verified e-mail address. */
@Singleton
public final class VerifiedEmails {

    private static final int MAX_ACCOUNTS = 20;

    private final AccountRepository repository;

    VerifiedEmails(AccountRepository repository) {
        this.repository = repository;
    }

    /** Returns the accounts with this verified e-mail address, in any spelling; at most twenty. */
    public Set<UUID> find(String email) {
        return repository
                .find("emailKey = ?1 and emailVerified = true order by id", EmailAddress.key(email))
                .range(0, MAX_ACCOUNTS - 1)
                .list()
                .stream()
                .map(account -> account.id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
