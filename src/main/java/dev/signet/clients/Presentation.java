package dev.signet.clients;

import org.jspecify.annotations.Nullable;

/**
 * What people may be shown of a client besides its name; its own claims, which nobody has checked.
 *
 * @param uri {@code client_uri}
 * @param logoUri {@code logo_uri}
 * @param policyUri {@code policy_uri}
 * @param termsUri {@code tos_uri}
 */
public record Presentation(
        @Nullable String uri,
        @Nullable String logoUri,
        @Nullable String policyUri,
        @Nullable String termsUri) {

    public static final Presentation NONE = new Presentation(null, null, null, null);
}
