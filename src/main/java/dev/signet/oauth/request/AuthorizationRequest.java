package dev.signet.oauth.request;

import dev.signet.clients.Client;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A request that was found in order: by whom, for what, and where the answer goes.
 *
 * @param scope scope values that the client may have: the requested ones, and those of claims that are requested by name
 * @param audience resource servers the tokens are for, never empty
 * @param requiredAcr values of {@code acr} of which one is essential to the client; none if it is empty
 * @param claims the {@code claims} parameter as it came, well-formed
 * @param subject {@code sub} of the only person the client wants to hear of, by {@code id_token_hint} or as a claim
 */
public record AuthorizationRequest(
        Client client,
        ReturnAddress address,
        Set<String> scope,
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
     * Returns whether only the client can redeem the code. A public client on the user's device cannot be distinguished from another
     * program that uses its {@code client_id} (RFC 8252 §8.6).
     */
    public boolean hasVerifiedClientIdentity() {
        return !client.isPublic() || !address.isOnDevice();
    }

    public boolean asks(Prompt prompt) {
        return prompts.contains(prompt);
    }

    public String scopeText() {
        return String.join(" ", scope);
    }
}
