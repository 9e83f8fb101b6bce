package dev.signet.oauth.token;

import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;

import java.util.Set;
import java.util.TreeSet;

/**
 * Scope of a token without a user: the requested scope, or every registered scope of the client that does not concern
 * users.
 */
final class ClientCredentialsScope {

    private static final Set<String> USER_SCOPES = Set.of("openid", "profile", "email", "groups", "offline_access");

    private ClientCredentialsScope() {}

    /**
     * Resolves the scope to grant.
     *
     * @throws ServiceException {@code invalid_scope} if a requested scope concerns users
     */
    static Scope resolve(TokenRequest request) {
        if (request.scope().isEmpty()) {
            Set<String> all = new TreeSet<>(request.client().scope().tokens());
            all.removeAll(USER_SCOPES);
            return Scope.of(all);
        }
        if (USER_SCOPES.stream().anyMatch(request.scope()::contains)) {
            throw new ServiceException(ErrorCode.INVALID_SCOPE, "a requested scope needs a user");
        }
        return request.scope();
    }
}
