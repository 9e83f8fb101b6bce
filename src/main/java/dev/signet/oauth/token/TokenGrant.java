package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.oauth.AllowedClientAccess;

import java.util.List;

/** Implementation of one {@code grant_type}. The endpoint has performed the common checks before. */
interface TokenGrant {

    GrantType type();

    /** Returns whether the grant needs the database and therefore a worker thread. */
    default boolean needsDatabase() {
        return true;
    }

    /** Returns whether the grant needs the database for this client at this moment. */
    default boolean needsDatabaseFor(Client client) {
        return false;
    }

    /** Returns the audiences that tokens of this grant may have. */
    default List<String> allowedAudiences(AllowedClientAccess access, Client client) {
        return access.userTokenAudiences(client);
    }

    TokenResponse issue(TokenRequest request);
}
