package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.oauth.RequestedAccess;

import java.util.List;

/** What one value of {@code grant_type} does; the dispatcher has done everything before that is alike for all. */
interface TokenGrant {

    GrantType type();

    /** Whether it waits for the database, so that it needs a worker thread. */
    default boolean waits() {
        return true;
    }

    /** Whether it waits after all, for this client at this moment. */
    default boolean waitsFor(Client client) {
        return false;
    }

    /** Returns the audiences that tokens of this grant may have. */
    default List<String> audiences(RequestedAccess access, Client client) {
        return access.ofUsers(client);
    }

    TokenResponse answer(TokenRequest request);
}
