package dev.signet.oauth.token;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;

import java.util.Set;
import java.util.TreeSet;

/** The scope of a token that speaks of no person: what was asked for, or all the client may have of that kind. */
final class OwnScope {

    private static final Set<String> OF_PERSONS = Set.of("openid", "profile", "email", "groups", "offline_access");

    private OwnScope() {}

    /**
     * The scope to grant, space-separated.
     *
     * @throws ServiceException {@code invalid_scope} if a value asked for speaks of a person
     */
    static String of(TokenRequest request) {
        if (request.scope().isEmpty()) {
            Set<String> all = new TreeSet<>(request.client().scopes());
            all.removeAll(OF_PERSONS);
            return String.join(" ", all);
        }
        if (request.scope().stream().anyMatch(OF_PERSONS::contains)) {
            throw new ServiceException(ErrorCode.INVALID_SCOPE, "a requested scope needs a user");
        }
        return String.join(" ", request.scope());
    }
}
