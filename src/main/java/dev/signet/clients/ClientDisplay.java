package dev.signet.clients;

import org.jspecify.annotations.Nullable;

/**
 * Display data of a client in addition to its name; unverified claims of the client.
 *
 * @param uri {@code client_uri}
 * @param logoUri {@code logo_uri}
 * @param policyUri {@code policy_uri}
 * @param termsUri {@code tos_uri}
 */
public record ClientDisplay(
        @Nullable String uri,
        @Nullable String logoUri,
        @Nullable String policyUri,
        @Nullable String termsUri) {

    public static final ClientDisplay NONE = new ClientDisplay(null, null, null, null);
}
