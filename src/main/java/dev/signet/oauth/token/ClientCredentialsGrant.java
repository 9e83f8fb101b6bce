package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.oauth.AllowedClientAccess;
import dev.signet.tokens.access.ClientTokens;
import jakarta.inject.Singleton;

import java.util.List;

/**
 * Grant {@code client_credentials} (RFC 6749 §4.4): a client acts for itself. It opens no session, issues no refresh
 * token and needs no query.
 */
@Singleton
final class ClientCredentialsGrant implements TokenGrant {

    private final AllowedClientAccess access;
    private final ClientTokens tokens;

    ClientCredentialsGrant(AllowedClientAccess access, ClientTokens tokens) {
        this.access = access;
        this.tokens = tokens;
    }

    @Override
    public GrantType type() {
        return GrantType.CLIENT_CREDENTIALS;
    }

    @Override
    public boolean needsDatabase() {
        return false;
    }

    @Override
    public boolean needsDatabaseFor(Client client) {
        return tokens.needsDatabase(client);
    }

    @Override
    public List<String> allowedAudiences(AllowedClientAccess access, Client client) {
        return access.clientTokenAudiences(client);
    }

    @Override
    public TokenResponse issue(TokenRequest request) {
        Client client = request.client();
        if (client.isPublic()) {
            throw new ServiceException(ErrorCode.UNAUTHORIZED_CLIENT, "public clients may not use client_credentials");
        }
        Scope scope = ClientCredentialsScope.resolve(request);
        List<String> audience =
                AllowedClientAccess.resolveAudience(access.clientTokenAudiences(client), request.resources());
        return TokenResponse.of(tokens.issue(client, audience, scope, request.options()), scope, request.options());
    }
}
