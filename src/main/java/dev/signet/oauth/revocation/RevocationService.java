package dev.signet.oauth.revocation;

import dev.signet.clients.Client;
import dev.signet.tokens.access.AccessTokenVerifier;
import dev.signet.tokens.session.ClientSessions;
import jakarta.enterprise.context.ApplicationScoped;

/** Revocation of a client's own tokens. Any other value changes nothing and is not reported (RFC 7009 §2.1, §2.2). */
@ApplicationScoped
class RevocationService {

    private final AccessTokenVerifier verifier;
    private final ClientSessions sessions;

    RevocationService(AccessTokenVerifier verifier, ClientSessions sessions) {
        this.verifier = verifier;
        this.sessions = sessions;
    }

    /**
     * Revokes a token. A refresh token ends its session with all its tokens; an access token is revoked alone. The
     * endpoint needs no {@code token_type_hint}.
     */
    void revoke(String token, Client client) {
        if (ClientSessions.hasRefreshTokenPrefix(token)) {
            sessions.revoke(token, client.id());
        } else {
            verifier.verifyForOthers(token)
                    .filter(verified -> verified.claims()
                            .string("client_id")
                            .filter(client.id()::equals)
                            .isPresent())
                    .ifPresent(sessions::revoke);
        }
    }
}
