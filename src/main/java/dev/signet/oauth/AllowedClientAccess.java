package dev.signet.oauth;

import dev.signet.clients.Client;
import dev.signet.clients.Scope;
import dev.signet.database.SpaceSeparatedValues;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.tokens.access.DefaultAudience;
import dev.signet.tokens.grant.ClientLimits;
import jakarta.inject.Singleton;

import java.util.LinkedHashSet;
import java.util.List;

/** The scopes and audiences that a client may have by its registration. Validates those that it requests. */
@Singleton
public final class AllowedClientAccess {

    // The length of the column in the session table, in characters.
    private static final int MAX_LENGTH = 1_000;

    private final String defaultAudience;
    private final String userInfo;

    AllowedClientAccess(DefaultAudience defaultAudience) {
        this.defaultAudience = defaultAudience.value();
        this.userInfo = defaultAudience.userInfo();
    }

    /**
     * Validates the requested scope (RFC 6749 §3.3).
     *
     * @throws ServiceException {@code invalid_scope} if the client is not registered for a token
     */
    public Scope validateScope(Client client, String requested) {
        Scope scope = Scope.parseLenient(requested);
        if (requested.length() > Scope.MAX_LENGTH || !client.scope().containsAll(scope)) {
            throw new ServiceException(ErrorCode.INVALID_SCOPE, "a requested scope is not registered for the client");
        }
        return scope;
    }

    /**
     * Validates the requested audiences, each of which is a {@code resource} parameter (RFC 8707 §2).
     *
     * @param allowed the audiences that the client may request
     * @throws ServiceException {@code invalid_target} if a requested audience is not allowed
     */
    public List<String> validateResources(List<String> allowed, List<String> requested) {
        List<String> resources = List.copyOf(new LinkedHashSet<>(requested));
        if (!allowed.containsAll(resources)
                || SpaceSeparatedValues.join(resources).length() > MAX_LENGTH) {
            throw new ServiceException(
                    ErrorCode.INVALID_TARGET, "a requested resource is not registered for the client");
        }
        return resources;
    }

    /** Returns the audience of a token: the requested one, or the first of the allowed ones. */
    public static List<String> resolveAudience(List<String> allowed, List<String> resources) {
        return resources.isEmpty() ? List.of(allowed.get(0)) : resources;
    }

    /** Returns the audiences that a client's tokens for users may have: the registered ones, or UserInfo alone. */
    public List<String> userTokenAudiences(Client client) {
        if (client.audiences().isEmpty()) {
            return List.of(client.firstParty() ? defaultAudience : userInfo);
        }
        return client.audiences();
    }

    /** Returns the current limits of a client, which also apply to its existing sessions. */
    public ClientLimits limits(Client client, List<String> audiences) {
        boolean forUserInfo = client.audiences().isEmpty() && !client.firstParty();
        return new ClientLimits(client.scope(), audiences, forUserInfo ? defaultAudience : null);
    }

    /**
     * Returns the audiences of a client's own tokens, which have no roles of a user: the registered ones, or the
     * default audience.
     */
    public List<String> clientTokenAudiences(Client client) {
        return client.audiences().isEmpty() ? List.of(defaultAudience) : client.audiences();
    }
}
