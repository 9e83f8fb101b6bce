package dev.signet.clients;

import dev.signet.secrets.Derivation;
import dev.signet.secrets.InstallationKey;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Under what name a client knows a person (OpenID Connect Core §8): the account's id, or one that only clients of its sector share.
 * A pairwise one is computed, not stored: nobody can trace it back without this installation's key.
 */
@Singleton
public final class Subjects {

    private final byte[] key;

    Subjects(InstallationKey installation) {
        this.key = installation.derive("signet pairwise subjects");
    }

    /** {@code sub} of the account for that client. */
    public String of(Client client, UUID accountId) {
        String sector = client.identity().sector();
        if (sector == null) {
            return accountId.toString();
        }
        // An id has one length, so nothing can be moved from one part to the other.
        byte[] message = (accountId + sector).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Derivation.hmacSha256(key, message));
    }
}
