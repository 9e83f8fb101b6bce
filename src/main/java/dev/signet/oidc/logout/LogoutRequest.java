package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.oidc.idtoken.IdTokenHint;
import org.jspecify.annotations.Nullable;

/**
 * Validated logout request (OpenID Connect RP-Initiated Logout §2).
 *
 * @param client the client that requests the logout: authenticated by the hint, or named by {@code client_id} without
 *     proof
 * @param redirectUri the URI to which the browser is redirected after the logout; registered for the client
 */
record LogoutRequest(
        @Nullable IdTokenHint hint,
        @Nullable Client client,
        @Nullable String redirectUri,
        @Nullable String state,
        @Nullable String uiLocales) {

    @Override
    public String toString() {
        return "LogoutRequest[" + (client == null ? "" : client.id()) + "]";
    }
}
