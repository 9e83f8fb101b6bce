package dev.signet.oidc.idtoken;

import dev.signet.clients.Client;
import dev.signet.error.ServiceException;
import dev.signet.oauth.request.IdTokenHintReader;
import jakarta.inject.Singleton;

import java.util.Optional;

/** Reader of an {@code id_token_hint} for the authorization endpoint (OpenID Connect Core §3.1.2.1). */
@Singleton
final class HintedSubject implements IdTokenHintReader {

    private final IdTokenHints hints;

    HintedSubject(IdTokenHints hints) {
        this.hints = hints;
    }

    @Override
    public Optional<String> findSubject(String idToken, Client client) {
        try {
            return hints.read(idToken)
                    .filter(hint -> hint.clientId().equals(client.id()))
                    .map(IdTokenHint::subject);
        } catch (ServiceException noIdToken) {
            return Optional.empty();
        }
    }
}
