package dev.signet.tokens;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a request asks less of than the session was granted (RFC 6749 §6, RFC 8707 §2.2): for its one access token, the session
 * keeps what it has.
 *
 * @param scope space-separated scope values; empty for all
 * @param audience empty for all
 * @param ceiling beyond which nothing is said, asked for or not; null for a client that is not registered
 */
public record Narrowing(
        String scope, List<String> audience, @Nullable Ceiling ceiling) {

    public static final Narrowing NONE = new Narrowing("", List.of(), null);

    /** Returns whether {@link #of} can refuse a grant because nothing of it is left. */
    boolean mayRefuse() {
        return !asksForAll() || ceiling != null;
    }

    private boolean asksForAll() {
        return scope.isEmpty() && audience.isEmpty();
    }

    /**
     * What is left of a grant.
     *
     * @throws ServiceException {@code invalid_scope} or {@code invalid_target} if this goes beyond it
     */
    Granted of(Granted granted) {
        if (!Granted.list(granted.scope()).containsAll(Granted.list(scope))) {
            throw new ServiceException(ErrorCode.INVALID_SCOPE, "scope is wider than the grant of the session");
        }
        if (!granted.audience().containsAll(audience)) {
            throw new ServiceException(ErrorCode.INVALID_TARGET, "resource is wider than the grant of the session");
        }
        Granted requested = asksForAll()
                ? granted
                : granted.saying(
                        scope.isEmpty() ? granted.scope() : scope, audience.isEmpty() ? granted.audience() : audience);
        return ceiling == null ? requested : ceiling.on(requested);
    }
}
