package dev.signet.clients;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Registered client as other packages see it; immutable and shared by all requests.
 *
 * @param id {@code client_id}
 * @param name the name that users see
 * @param firstParty whether users are not asked for consent
 * @param scope the scope it may be granted
 * @param audiences the resource servers it may request tokens for (RFC 8707); the default audience if empty
 * @param roles the roles in its own tokens ({@code client_credentials})
 * @param selfRegistered whether the client registered itself or publishes its metadata, so that no administrator
 *     verified its redirect URIs
 * @param pushedRequestsOnly {@code require_pushed_authorization_requests} (RFC 9126 §6)
 * @param signedRequestsOnly {@code require_signed_request_object} (RFC 9101 §10.5)
 */
public record Client(
        String id,
        String name,
        boolean firstParty,
        AuthenticationMethod authenticationMethod,
        Set<GrantType> grants,
        Scope scope,
        List<String> audiences,
        Set<String> roles,
        ClientUris uris,
        TokenSettings tokens,
        boolean pushedRequestsOnly,
        boolean signedRequestsOnly,
        IdentitySettings identity,
        ClientDisplay display,
        boolean selfRegistered) {

    public Client {
        grants = copyInOrder(grants);
        audiences = List.copyOf(audiences);
        roles = copyInOrder(roles);
    }

    /**
     * Returns the client with the number of its registration ({@link TokenSettings#registration}) and whether it
     * registered itself.
     */
    public Client registeredAs(long registration, boolean selfRegistered) {
        return new Client(
                id,
                name,
                firstParty,
                authenticationMethod,
                grants,
                scope,
                audiences,
                roles,
                uris,
                tokens.of(registration),
                pushedRequestsOnly,
                signedRequestsOnly,
                identity,
                display,
                selfRegistered);
    }

    /**
     * Returns whether no administrator verified the redirect URIs: a browser is redirected only after its user acted on
     * a page (RFC 9700 §4.11.2).
     */
    public boolean hasUntrustedRedirectUris() {
        return selfRegistered && !firstParty;
    }

    /** Returns whether the client is public and cannot keep a secret (RFC 6749 §2.1). */
    public boolean isPublic() {
        return authenticationMethod == AuthenticationMethod.NONE;
    }

    /**
     * Returns whether the client is public or no administrator registered it. Anyone can send requests as such a
     * client.
     */
    public boolean isPublicOrSelfRegistered() {
        return isPublic() || (selfRegistered && !firstParty);
    }

    /** Returns whether the client authenticates with a secret. */
    public boolean authenticatesWithSecret() {
        return authenticationMethod == AuthenticationMethod.CLIENT_SECRET_BASIC
                || authenticationMethod == AuthenticationMethod.CLIENT_SECRET_POST;
    }

    public boolean allowsGrant(GrantType grant) {
        return grants.contains(grant);
    }

    private static <T> Set<T> copyInOrder(Set<T> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
}
