package dev.signet.clients;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A registered client, as everyone but this room sees it; immutable, and shared by all requests.
 *
 * @param id {@code client_id}
 * @param name what people are shown
 * @param firstParty people are not asked for their consent
 * @param scopes the scope values it may be granted
 * @param audiences the resource servers it may ask tokens for (RFC 8707); the default audience if empty
 * @param roles the roles its own tokens carry ({@code client_credentials})
 * @param pushedRequestsOnly {@code require_pushed_authorization_requests} (RFC 9126 §6)
 */
public record Client(
        String id,
        String name,
        boolean firstParty,
        AuthenticationMethod authenticationMethod,
        Set<GrantType> grants,
        Set<String> scopes,
        List<String> audiences,
        Set<String> roles,
        Redirects redirects,
        TokenSettings tokens,
        boolean pushedRequestsOnly,
        IdentitySettings identity,
        Presentation presentation) {

    public Client {
        grants = inOrder(grants);
        scopes = inOrder(scopes);
        audiences = List.copyOf(audiences);
        roles = inOrder(roles);
    }

    /** Whether it cannot keep a secret (RFC 6749 §2.1). */
    public boolean isPublic() {
        return authenticationMethod == AuthenticationMethod.NONE;
    }

    /** Whether it authenticates by a secret. */
    boolean showsSecret() {
        return authenticationMethod == AuthenticationMethod.CLIENT_SECRET_BASIC
                || authenticationMethod == AuthenticationMethod.CLIENT_SECRET_POST;
    }

    public boolean mayUse(GrantType grant) {
        return grants.contains(grant);
    }

    private static <T> Set<T> inOrder(Set<T> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
}
