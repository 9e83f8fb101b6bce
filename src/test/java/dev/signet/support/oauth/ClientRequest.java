package dev.signet.support.oauth;

import org.jspecify.annotations.Nullable;

/** Request of a client to any OAuth endpoint except the token endpoint. */
public final class ClientRequest extends OAuthRequest<ClientRequest> {

    ClientRequest(String path, @Nullable TestClient client) {
        super(path, client);
    }

    @Override
    ClientRequest self() {
        return this;
    }
}
