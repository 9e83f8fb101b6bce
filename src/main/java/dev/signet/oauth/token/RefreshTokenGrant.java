package dev.signet.oauth.token;

import dev.signet.clients.GrantType;
import dev.signet.tokens.refresh.RefreshRequest;
import dev.signet.tokens.session.RefreshService;
import jakarta.inject.Singleton;

/**
 * Grant {@code refresh_token} (RFC 6749 §6). It uses refresh-token families like the first-party login. Each is bound
 * to its client, and rotated unless the client has no rotation.
 */
@Singleton
final class RefreshTokenGrant implements TokenGrant {

    private final RefreshService refreshes;
    private final UserTokenResponses responses;

    RefreshTokenGrant(RefreshService refreshes, UserTokenResponses responses) {
        this.refreshes = refreshes;
        this.responses = responses;
    }

    @Override
    public GrantType type() {
        return GrantType.REFRESH_TOKEN;
    }

    @Override
    public TokenResponse issue(TokenRequest request) {
        RefreshRequest presented = new RefreshRequest(
                request.parameters().required("refresh_token"),
                request.client().id(),
                request.options(),
                tokens -> responses.create(request, tokens));
        return responses.create(request, refreshes.refresh(presented));
    }
}
