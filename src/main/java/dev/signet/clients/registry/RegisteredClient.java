package dev.signet.clients.registry;

import dev.signet.clients.Client;
import dev.signet.clients.keyset.PublicKeySet;
import dev.signet.clients.metadata.ClientDocument;
import dev.signet.secrets.SecretHash;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** Cached client: its public view, its metadata, the hashes of its secrets, and the keys it registered by value. */
public record RegisteredClient(Client client, ClientDocument document, List<Secret> secrets, PublicKeySet keys) {

    /** Secret with its expiry; null if it does not expire. */
    record Secret(SecretHash hash, @Nullable Instant expiresAt) {

        private boolean isLive(Instant now) {
            return expiresAt == null || now.isBefore(expiresAt);
        }
    }

    /** Placeholder for clients without a secret, so that the comparison takes the same time. */
    private static final List<Secret> NONE = List.of(new Secret(SecretHash.NONE, Instant.EPOCH));

    public RegisteredClient {
        secrets = List.copyOf(secrets);
    }

    /**
     * Returns whether a secret is a valid secret of the client; compares it with all secrets.
     *
     * @param client null for an unknown client, which takes the same time
     */
    public static boolean accepts(@Nullable RegisteredClient client, SecretHash presented, Instant now) {
        boolean accepted = false;
        for (Secret secret : client == null || client.secrets.isEmpty() ? NONE : client.secrets) {
            boolean matches = secret.hash.matches(presented);
            accepted = accepted || (matches && secret.isLive(now));
        }
        return accepted;
    }

    @Override
    public String toString() {
        return "RegisteredClient[" + client.id() + "]";
    }
}
