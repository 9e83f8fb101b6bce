package dev.signet.clients;

import dev.signet.secrets.Derivation;
import dev.signet.secrets.InstallationKey;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Subject identifiers of users (OpenID Connect Core §8): the account id, or a pairwise one that only clients of the
 * same sector share. A pairwise subject is computed, not stored, and cannot be traced back without the key of this
 * installation.
 */
@Singleton
public final class Subjects {

    private final byte[] key;

    Subjects(InstallationKey installation) {
        this.key = installation.derive("signet pairwise subjects");
    }

    /** Returns the {@code sub} of the account for a client. */
    public String of(Client client, UUID accountId) {
        String sector = client.identity().sector();
        if (sector == null) {
            return accountId.toString();
        }
        // The id has a fixed length, so the concatenation is unambiguous.
        byte[] message = (accountId + sector).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Derivation.hmacSha256(key, message));
    }
}
