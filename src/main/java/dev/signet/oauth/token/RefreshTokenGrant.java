package dev.signet.oauth.token;

import dev.signet.clients.GrantType;
import dev.signet.tokens.RefreshRequest;
import dev.signet.tokens.RefreshService;
import jakarta.inject.Singleton;

/** {@code refresh_token} (RFC 6749 §6): the families of the first-party login, bound to their client, rotated for every client. */
@Singleton
final class RefreshTokenGrant implements TokenGrant {

    private final RefreshService refreshes;
    private final TokenAnswers answers;

    RefreshTokenGrant(RefreshService refreshes, TokenAnswers answers) {
        this.refreshes = refreshes;
        this.answers = answers;
    }

    @Override
    public GrantType type() {
        return GrantType.REFRESH_TOKEN;
    }

    @Override
    public TokenResponse answer(TokenRequest request) {
        RefreshRequest presented = new RefreshRequest(
                request.parameters().required("refresh_token"),
                request.client().id(),
                request.form(),
                tokens -> answers.extended(request, tokens));
        return answers.extended(request, refreshes.refresh(presented));
    }
}
