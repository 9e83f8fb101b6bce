package dev.signet.accounts;

import dev.signet.accounts.name.EmailAddress;
import dev.signet.audit.AccountsByEmail;
import jakarta.inject.Singleton;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks up accounts by verified e-mail address. */
@Singleton
final class VerifiedEmails implements AccountsByEmail {

    private static final int MAX_ACCOUNTS = 20;

    private final AccountRepository repository;

    VerifiedEmails(AccountRepository repository) {
        this.repository = repository;
    }

    @Override
    public Set<UUID> withVerifiedEmail(String email) {
        return repository
                .find("emailKey = ?1 and emailVerified = true order by id", EmailAddress.key(email))
                .range(0, MAX_ACCOUNTS - 1)
                .list()
                .stream()
                .map(account -> account.id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
