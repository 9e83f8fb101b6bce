package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.oauth.OAuthParameters;
import dev.signet.tokens.TokenForm;

import java.util.List;
import java.util.Set;

/**
 * A token request whose client has been authenticated and may use the grant.
 *
 * @param scope the scope values asked for, all of them the client's to ask for
 * @param resources the audiences asked for, all of them the client's to ask for
 * @param form how the tokens are to be made: the client's settings, and the key it showed a proof of
 */
record TokenRequest(
        Client client, OAuthParameters parameters, Set<String> scope, List<String> resources, TokenForm form) {

    @Override
    public String toString() {
        return "TokenRequest[client=" + client.id() + "]";
    }
}
