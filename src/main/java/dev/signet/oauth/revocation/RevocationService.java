package dev.signet.oauth.revocation;

import dev.signet.clients.Client;
import dev.signet.tokens.AccessTokenVerifier;
import dev.signet.tokens.ClientSessions;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes tokens back from the client they were issued to; what is no token of that client changes nothing (RFC 7009 §2.1, §2.2). */
@ApplicationScoped
public class RevocationService {

    private final AccessTokenVerifier verifier;
    private final ClientSessions sessions;

    RevocationService(AccessTokenVerifier verifier, ClientSessions sessions) {
        this.verifier = verifier;
        this.sessions = sessions;
    }

    /** A refresh token ends its session with all that belongs to it; an access token goes alone. The hint is not needed. */
    public void revoke(String token, Client client) {
        if (ClientSessions.looksRefreshing(token)) {
            sessions.giveBack(token, client.id());
        } else {
            verifier.verifyForOthers(token)
                    .filter(verified -> verified.claims()
                            .string("client_id")
                            .filter(client.id()::equals)
                            .isPresent())
                    .ifPresent(sessions::giveBack);
        }
    }
}
