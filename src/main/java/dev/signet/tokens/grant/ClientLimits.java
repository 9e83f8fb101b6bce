package dev.signet.tokens.grant;

import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;

/**
 * Client limits: the scope and the audiences that a client may have now. They also apply to grants that are older than
 * the last change of the client.
 *
 * @param formerAudience the audience of older sessions of a client without audiences, which {@code audiences}
 *     replaces; null for other clients
 */
public record ClientLimits(
        Scope scope, List<String> audiences, @Nullable String formerAudience) {

    public ClientLimits {
        audiences = List.copyOf(audiences);
    }

    /**
     * Reduces an authorization to these limits.
     *
     * @throws ServiceException {@code invalid_target} if none of the granted audiences is allowed any more
     */
    Authorization applyTo(Authorization authorization) {
        Scope retained = authorization.scope().retainAll(scope);
        List<String> audience =
                authorization.audience().stream().filter(audiences::contains).toList();
        if (authorization.audience().equals(Collections.singletonList(formerAudience))) {
            audience = audiences;
        }
        boolean isReduced = !retained.equals(authorization.scope()) || !audience.equals(authorization.audience());
        if (audience.isEmpty()) {
            throw new ServiceException(
                    ErrorCode.INVALID_TARGET, "none of the granted audiences is still allowed for the client");
        }
        return isReduced ? authorization.with(retained, audience) : authorization;
    }
}
