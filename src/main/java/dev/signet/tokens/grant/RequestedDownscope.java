package dev.signet.tokens.grant;

import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Requested downscope: a request for less than the session was granted (RFC 6749 §6, RFC 8707 §2.2). It applies to one
 * access token; the grant of the session stays the same.
 *
 * @param scope empty for all
 * @param audience empty for all
 * @param limits the client limits, which apply with or without a requested downscope; null for a client that is not
 *     registered
 */
public record RequestedDownscope(
        Scope scope, List<String> audience, @Nullable ClientLimits limits) {

    public static final RequestedDownscope NONE = new RequestedDownscope(Scope.EMPTY, List.of(), null);

    /** Returns whether {@link #applyTo} can reject a grant because nothing of it remains. */
    public boolean canReject() {
        return !requestsAll() || limits != null;
    }

    private boolean requestsAll() {
        return scope.isEmpty() && audience.isEmpty();
    }

    /**
     * Reduces a grant to the request.
     *
     * @throws ServiceException {@code invalid_scope} or {@code invalid_target} if the request exceeds the grant
     */
    public SessionGrant applyTo(SessionGrant sessionGrant) {
        Authorization granted = sessionGrant.authorization();
        if (!granted.scope().containsAll(scope)) {
            throw new ServiceException(ErrorCode.INVALID_SCOPE, "scope is wider than the grant of the session");
        }
        if (!granted.audience().containsAll(audience)) {
            throw new ServiceException(ErrorCode.INVALID_TARGET, "resource is wider than the grant of the session");
        }
        Authorization requested = requestsAll()
                ? granted
                : granted.with(
                        scope.isEmpty() ? granted.scope() : scope, audience.isEmpty() ? granted.audience() : audience);
        Authorization reduced = limits == null ? requested : limits.applyTo(requested);
        return new SessionGrant(sessionGrant.sessionId(), reduced);
    }
}
