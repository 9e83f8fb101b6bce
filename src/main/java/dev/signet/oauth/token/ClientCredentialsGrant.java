package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.oauth.RequestedAccess;
import dev.signet.tokens.ClientTokens;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code client_credentials} (RFC 6749 §4.4): a client acts for itself. No session, no refresh token, no query. */
@Singleton
final class ClientCredentialsGrant implements TokenGrant {

    /** Scopes that speak of a person, of whom there is none here. */
    private static final Set<String> OF_PERSONS = Set.of("openid", "profile", "email", "offline_access");

    private final RequestedAccess access;
    private final ClientTokens tokens;

    ClientCredentialsGrant(RequestedAccess access, ClientTokens tokens) {
        this.access = access;
        this.tokens = tokens;
    }

    @Override
    public GrantType type() {
        return GrantType.CLIENT_CREDENTIALS;
    }

    @Override
    public boolean waits() {
        return false;
    }

    @Override
    public TokenResponse answer(TokenRequest request) {
        Client client = request.client();
        if (client.isPublic()) {
            throw new ServiceException(ErrorCode.UNAUTHORIZED_CLIENT, "a public client cannot show that it is itself");
        }
        String scope = String.join(" ", request.scope().isEmpty() ? allOf(client) : asked(request.scope()));
        List<String> audience = access.audience(client, request.resources());
        return TokenResponse.of(tokens.issue(client, audience, scope, request.form()), scope, request.form());
    }

    private static Set<String> asked(Set<String> scope) {
        if (scope.stream().anyMatch(OF_PERSONS::contains)) {
            throw new ServiceException(ErrorCode.INVALID_SCOPE, "a scope that speaks of a person");
        }
        return scope;
    }

    private static Set<String> allOf(Client client) {
        Set<String> scope = new TreeSet<>(client.scopes());
        scope.removeAll(OF_PERSONS);
        return scope;
    }
}
