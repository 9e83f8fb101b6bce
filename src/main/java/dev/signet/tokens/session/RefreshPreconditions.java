package dev.signet.tokens.session;

import dev.signet.error.ServiceException;
import dev.signet.tokens.access.AccessTokens;
import dev.signet.tokens.grant.RequestedDownscope;
import dev.signet.tokens.grant.SessionGrant;
import dev.signet.tokens.refresh.RefreshRequest;
import dev.signet.tokens.refresh.RefreshToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/**
 * The conditions of a refresh other than a valid refresh token. They are checked before the statement that rotates the
 * token, because a later rejection would leave the client with a consumed token and no replacement. The statement
 * itself validates the token.
 */
@ApplicationScoped
class RefreshPreconditions {

    private final SessionRepository sessions;
    private final AccessTokens accessTokens;

    RefreshPreconditions(SessionRepository sessions, AccessTokens accessTokens) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
    }

    /**
     * Checks that an access token can be issued for the request.
     *
     * @throws ServiceException {@code invalid_scope} or {@code invalid_target} if the requested downscope or the
     *     client limits leave nothing of the grant; {@code temporarily_unavailable} if this node cannot sign
     */
    void require(RefreshToken presented, RefreshRequest request) {
        accessTokens.requireSigner(request.options());
        RequestedDownscope downscope = request.options().downscope();
        if (downscope.canReject()) {
            grant(presented, request).ifPresent(downscope::applyTo);
        }
    }

    private Optional<SessionGrant> grant(RefreshToken presented, RefreshRequest request) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> sessions.findByIdOptional(presented.family())
                        .filter(session -> session.clientId.equals(request.clientId()))
                        .map(Session::grant));
    }
}
