package dev.signet.tokens;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * Replaces a refresh token by its successor, once (RFC 9700 §4.14.2). A retry within the retry window is handed the same
 * successor; any other presentation of a used token is a replay and ends the family.
 */
@ApplicationScoped
public class RefreshService {

    private final RefreshTokenMac mac;
    private final SuccessorSeal seal;
    private final RefreshPreconditions preconditions;
    private final FamilyStep step;
    private final RefreshProlongation prolongation;
    private final SecureRandom random;

    RefreshService(
            RefreshTokenMac mac,
            SuccessorSeal seal,
            RefreshPreconditions preconditions,
            FamilyStep step,
            RefreshProlongation prolongation,
            SecureRandom random) {
        this.mac = mac;
        this.seal = seal;
        this.preconditions = preconditions;
        this.step = step;
        this.prolongation = prolongation;
        this.random = random;
    }

    /**
     * Rotates the presented refresh token for the client it was issued to, or prolongs it if that client has no rotation; roles and
     * account state are read again.
     *
     * @throws ServiceException {@code invalid_grant} if it is malformed, expired, revoked, replayed, another client's, bound
     *     to another key, or its account may not receive tokens any more; {@code token_too_large} and the errors of {@link
     *     RefreshPreconditions}, which consume nothing
     */
    public IssuedTokens refresh(RefreshRequest request) {
        RefreshToken presented = RefreshToken.parse(request.refreshToken(), mac);
        if (presented == null) {
            throw new ServiceException(ErrorCode.INVALID_GRANT, "refresh_token is malformed");
        }
        preconditions.require(presented, request);
        RefreshToken successor = presented.successor(mac, random);
        Rotation rotation = new Rotation(presented, successor, seal.close(presented, successor), request);
        // Each transaction commits its decision before the refusal is thrown.
        return issued(rotation, request)
                .or(() -> step.settle(rotation))
                .orElseThrow(() -> refused(rotation.presented()));
    }

    private Optional<IssuedTokens> issued(Rotation rotation, RefreshRequest request) {
        if (!request.form().settings().refreshTokenRotation()) {
            return prolongation.run(rotation);
        }
        return step.advance(rotation)
                .or(() ->
                        step.issuableRoles(rotation, request.trial()).flatMap(roles -> step.advance(rotation, roles)));
    }

    private static ServiceException refused(RefreshToken presented) {
        return new ServiceException(
                ErrorCode.INVALID_GRANT, "family " + presented.family() + ", generation " + presented.generation());
    }
}
