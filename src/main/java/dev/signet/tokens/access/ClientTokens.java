package dev.signet.tokens.access;

import dev.signet.clients.Client;
import dev.signet.clients.Scope;
import dev.signet.tokens.grant.RequestedDownscope;
import dev.signet.tokens.grant.TokenOptions;
import dev.signet.tokens.revocation.ClientRegistrationKey;
import dev.signet.tokens.status.TokenStatus;
import jakarta.inject.Singleton;

import java.util.List;

/**
 * Issuer of access tokens for clients that act for themselves (RFC 6749 §4.4). It opens no session and writes no row
 * for a token.
 */
@Singleton
public final class ClientTokens {

    private final AccessTokens accessTokens;
    private final TokenStatus status;

    ClientTokens(AccessTokens accessTokens, TokenStatus status) {
        this.accessTokens = accessTokens;
        this.status = status;
    }

    /**
     * Returns whether issuing a token may wait for the database: for an entry in a status list, or to record that the
     * token is too long.
     */
    public boolean needsDatabase(Client client) {
        TokenOptions options = new TokenOptions(client.tokens(), null, RequestedDownscope.NONE);
        return status.needsDatabaseForClient(registration(client))
                || !accessTokens.isAlwaysIssuable(client.roles(), options);
    }

    private static String registration(Client client) {
        return ClientRegistrationKey.of(client.id(), client.tokens().registration());
    }

    /** Issues a token whose subject is the client, with the client's own roles. */
    public IssuedAccessToken issue(Client client, List<String> audience, Scope scope, TokenOptions options) {
        return accessTokens.issue(client, audience, scope, options, status.ofClient(registration(client)));
    }
}
