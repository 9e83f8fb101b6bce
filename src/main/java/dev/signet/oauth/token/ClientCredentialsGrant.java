package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.oauth.RequestedAccess;
import dev.signet.tokens.ClientTokens;
import jakarta.inject.Singleton;

import java.util.List;

/** {@code client_credentials} (RFC 6749 §4.4): a client acts for itself. No session, no refresh token, no query. */
@Singleton
final class ClientCredentialsGrant implements TokenGrant {

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
    public boolean waitsFor(Client client) {
        return tokens.wouldWait(client);
    }

    @Override
    public List<String> audiences(RequestedAccess access, Client client) {
        return access.ofClient(client);
    }

    @Override
    public TokenResponse answer(TokenRequest request) {
        Client client = request.client();
        if (client.isPublic()) {
            throw new ServiceException(ErrorCode.UNAUTHORIZED_CLIENT, "public clients may not use client_credentials");
        }
        String scope = OwnScope.of(request);
        List<String> audience = RequestedAccess.audience(access.ofClient(client), request.resources());
        return TokenResponse.of(tokens.issue(client, audience, scope, request.form()), scope, request.form());
    }
}
