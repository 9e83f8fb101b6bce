package dev.signet.oauth.token;

import dev.signet.audit.EventType;
import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.clients.Scope;
import dev.signet.oauth.OAuthParameters;
import dev.signet.tokens.grant.RequestedDownscope;
import dev.signet.tokens.grant.SessionOptions;
import dev.signet.tokens.grant.TokenOptions;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * Token request of an authenticated client that may use the grant.
 *
 * @param scope the requested scope, for all of which the client is registered
 * @param resources the requested audiences, all of which the client may request
 * @param options the options of the tokens: the settings of the client, and the key of its DPoP proof
 */
record TokenRequest(
        Client client, OAuthParameters parameters, Scope scope, List<String> resources, TokenOptions options) {

    /**
     * Returns the options of a session for a grant of a user. Refresh tokens are issued only for {@code
     * offline_access}; those of a public client are bound to its key. A scope parameter has no effect on a granted
     * scope (RFC 6749 §4.1.3).
     */
    SessionOptions sessionOptions(Scope grantedScope, @Nullable UUID browserSessionId) {
        TokenOptions sessionTokenOptions = new TokenOptions(
                client.tokens(),
                options.keyThumbprint(),
                new RequestedDownscope(
                        Scope.EMPTY, resources, options.downscope().limits()));
        boolean offline = grantedScope.contains("offline_access");
        return new SessionOptions(
                offline && client.allowsGrant(GrantType.REFRESH_TOKEN),
                browserSessionId,
                client.isPublic() ? options.keyThumbprint() : null,
                sessionTokenOptions,
                EventType.SESSION_OPENED);
    }

    @Override
    public String toString() {
        return "TokenRequest[client=" + client.id() + "]";
    }
}
