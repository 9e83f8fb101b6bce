package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.oidc.idtoken.IdTokenHint;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for by sending a browser here (OpenID Connect RP-Initiated Logout §2), as far as it holds together.
 *
 * @param client who asks: proven by the hint, else only said
 * @param redirectUri where to send the browser afterwards; registered for the client
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
