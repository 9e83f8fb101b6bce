package dev.signet.oauth.token;

import dev.signet.audit.EventType;
import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.oauth.OAuthParameters;
import dev.signet.oauth.RequestedAccess;
import dev.signet.tokens.Narrowing;
import dev.signet.tokens.SessionTerms;
import dev.signet.tokens.TokenForm;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A token request whose client has been authenticated and may use the grant.
 *
 * @param scope the scope values asked for, all of them the client's to ask for
 * @param resources the audiences asked for, all of them the client's to ask for
 * @param form how the tokens are to be made: the client's settings, and the key it showed a proof of
 */
record TokenRequest(
        Client client, OAuthParameters parameters, Set<String> scope, List<String> resources, TokenForm form) {

    /**
     * On what terms a session is opened for what a person granted: refresh tokens only for offline access, bound to the key of a
     * public client. A scope parameter means nothing beside what was granted (RFC 6749 §4.1.3).
     */
    SessionTerms terms(String granted, @Nullable UUID browserSessionId) {
        TokenForm own = new TokenForm(
                client.tokens(),
                form.keyThumbprint(),
                new Narrowing("", resources, form.narrowing().ceiling()));
        boolean offline = RequestedAccess.values(granted).contains("offline_access");
        return new SessionTerms(
                offline && client.mayUse(GrantType.REFRESH_TOKEN),
                browserSessionId,
                client.isPublic() ? form.keyThumbprint() : null,
                own,
                EventType.SESSION_OPENED);
    }

    @Override
    public String toString() {
        return "TokenRequest[client=" + client.id() + "]";
    }
}
