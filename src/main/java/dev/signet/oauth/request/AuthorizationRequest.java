package dev.signet.oauth.request;

import dev.signet.clients.Client;
import dev.signet.clients.Scope;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Validated authorization request.
 *
 * @param redirectUri the redirect URI that receives the response, with response mode and {@code state}
 * @param scope the scope that the client may have: the requested one, and that of claims that are requested by
 *     name
 * @param audience resource servers the tokens are for, never empty
 * @param requiredAcr values of {@code acr} of which one is essential to the client; empty if none is required
 * @param claims the well-formed {@code claims} parameter as received
 * @param subject {@code sub} of the only user that the client accepts, from {@code id_token_hint} or the {@code claims}
 *     parameter
 */
public record AuthorizationRequest(
        Client client,
        VerifiedRedirectUri redirectUri,
        Scope scope,
        List<String> audience,
        String codeChallenge,
        @Nullable String nonce,
        Set<Prompt> prompts,
        @Nullable Duration maxAge,
        Set<String> requiredAcr,
        @Nullable String claims,
        @Nullable String subject,
        @Nullable String loginHint,
        @Nullable String uiLocales,
        @Nullable String dpopJkt) {

    /**
     * Returns whether only the client can redeem the code. A public client on the user's device cannot be distinguished
     * from another program that uses its {@code client_id} (RFC 8252 §8.6).
     */
    public boolean hasVerifiedClientIdentity() {
        return !client.isPublic() || !redirectUri.isOnDevice();
    }

    public boolean hasPrompt(Prompt prompt) {
        return prompts.contains(prompt);
    }
}
