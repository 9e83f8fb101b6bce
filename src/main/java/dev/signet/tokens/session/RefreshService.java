package dev.signet.tokens.session;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.tokens.access.IssuedTokens;
import dev.signet.tokens.refresh.RefreshRequest;
import dev.signet.tokens.refresh.RefreshToken;
import dev.signet.tokens.refresh.RefreshTokenMac;
import dev.signet.tokens.refresh.RefreshTokenReplacement;
import dev.signet.tokens.refresh.ReplacementTokenSeal;
import jakarta.enterprise.context.ApplicationScoped;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * Rotation of refresh tokens with reuse detection (RFC 9700 §4.14.2). A retry within the retry window receives the same
 * replacement token; any other presentation of a used token is treated as reuse and ends the family.
 */
@ApplicationScoped
public class RefreshService {

    private final RefreshTokenMac mac;
    private final ReplacementTokenSeal seal;
    private final RefreshPreconditions preconditions;
    private final RefreshTokenRotation tokenRotation;
    private final NonRotatingRefresh nonRotatingRefresh;
    private final SecureRandom random;

    RefreshService(
            RefreshTokenMac mac,
            ReplacementTokenSeal seal,
            RefreshPreconditions preconditions,
            RefreshTokenRotation tokenRotation,
            NonRotatingRefresh nonRotatingRefresh,
            SecureRandom random) {
        this.mac = mac;
        this.seal = seal;
        this.preconditions = preconditions;
        this.tokenRotation = tokenRotation;
        this.nonRotatingRefresh = nonRotatingRefresh;
        this.random = random;
    }

    /**
     * Rotates the presented refresh token for its client, or extends it if the client has no rotation. Roles and
     * account state are read again.
     *
     * @throws ServiceException {@code invalid_grant} if the token is malformed, expired, revoked or reused, if it
     *     belongs to another client or key, or if its account may not receive tokens; {@code token_too_large} and the
     *     errors of {@link RefreshPreconditions}, which consume nothing
     */
    public IssuedTokens refresh(RefreshRequest request) {
        RefreshToken presented = RefreshToken.parse(request.refreshToken(), mac);
        if (presented == null) {
            throw new ServiceException(ErrorCode.INVALID_GRANT, "refresh_token is malformed");
        }
        preconditions.require(presented, request);
        RefreshToken replacement = presented.replacement(mac, random);
        RefreshTokenReplacement tokenReplacement =
                new RefreshTokenReplacement(presented, replacement, seal.encrypt(presented, replacement), request);
        // Each transaction commits its decision before the error is thrown.
        return tryIssue(tokenReplacement, request)
                .or(() -> tokenRotation.retryOrDetectReuse(tokenReplacement))
                .orElseThrow(() -> rejection(tokenReplacement.presented()));
    }

    private Optional<IssuedTokens> tryIssue(RefreshTokenReplacement replacement, RefreshRequest request) {
        if (!request.options().settings().refreshTokenRotation()) {
            return nonRotatingRefresh.run(replacement);
        }
        return tokenRotation
                .rotate(replacement)
                .or(() -> tokenRotation
                        .issuableRoles(replacement, request.trial())
                        .flatMap(roles -> tokenRotation.rotate(replacement, roles)));
    }

    private static ServiceException rejection(RefreshToken presented) {
        return new ServiceException(
                ErrorCode.INVALID_GRANT, "family " + presented.family() + ", generation " + presented.generation());
    }
}
