package dev.signet.clients;

import dev.signet.clients.keyset.PublicKeySet;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A client as the registry remembers it: what others see of it, what was said of it, and its secrets as far as they
 * are kept, and the keys it registered by value.
 */
record RegisteredClient(Client client, ClientDocument document, List<Secret> secrets, PublicKeySet keys) {

    /** One secret; null for the end of one that has none. */
    record Secret(SecretHash hash, @Nullable Instant expiresAt) {

        private boolean isLive(Instant now) {
            return expiresAt == null || now.isBefore(expiresAt);
        }
    }

    /** Stands in for the secret of a client that has none, so that it takes the same time to find that nothing fits. */
    private static final List<Secret> NONE = List.of(new Secret(SecretHash.NONE, Instant.EPOCH));

    RegisteredClient {
        secrets = List.copyOf(secrets);
    }

    /** Whether a secret is one of this client's, if there is a client at all; compares it with every one of them. */
    static boolean accepts(@Nullable RegisteredClient client, SecretHash presented, Instant now) {
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
