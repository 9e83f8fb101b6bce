package dev.signet.tokens.dpop;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtType;
import dev.signet.jose.KeyProof;
import dev.signet.jose.KeyProofVerifier;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeySchedule;
import dev.signet.secrets.SecretDigest;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Validation of DPoP proofs by the list of RFC 9449 §4.3. Cheap and decisive checks run before the one that writes a
 * row to the database.
 */
@Singleton
public final class DpopProofs {

    private static final int MAX_JTI = 200;

    private final KeyProofVerifier verifier;
    private final DpopNonces nonces;
    private final UsedProofs usedProofs;
    private final DpopConfig config;
    private final Duration clockSkew;
    private final Clock clock;

    DpopProofs(
            KeyProofVerifier verifier,
            DpopNonces nonces,
            UsedProofs usedProofs,
            DpopConfig config,
            KeySchedule schedule,
            Clock clock) {
        this.verifier = verifier;
        this.nonces = nonces;
        this.usedProofs = usedProofs;
        this.config = config;
        this.clockSkew = schedule.clockSkew();
        this.clock = clock;
    }

    /** Returns the {@code alg} names of the algorithms that a proof may be signed with. */
    public static List<String> algorithms() {
        return JwsAlgorithm.classicNames();
    }

    /**
     * Validates a proof and returns the thumbprint of its key, which the caller therefore holds. Waits for the
     * database.
     *
     * @throws ServiceException {@code invalid_dpop_proof}; {@code use_dpop_nonce}
     */
    public String validate(PresentedProof presented) {
        return validate(presented, () -> {});
    }

    /**
     * Validates a proof like {@link #validate(PresentedProof)}, and allows the caller to limit the number of stored
     * proofs.
     *
     * @param beforeStored called after the proof was validated and before it is stored; an exception rejects the
     *     request
     */
    public String validate(PresentedProof presented, Runnable beforeStored) {
        if (presented.headers().size() != 1) {
            throw rejected("the request must have exactly one DPoP header");
        }
        KeyProof proof = verified(presented.headers().get(0));
        ClaimsSet claims = proof.claims();
        require(claims.string("htm").filter(presented.method()::equals).isPresent(), "htm is not the request method");
        require(
                claims.string("htu")
                        .filter(htu -> ProofUrl.isSame(htu, presented.url()))
                        .isPresent(),
                "htu is not the request URL");
        Instant issuedAt = claims.instant("iat").orElseThrow(() -> rejected("iat is missing"));
        requireFresh(issuedAt);
        requireAccessToken(presented, claims);
        requireNonce(claims);
        String jti = claims.string("jti")
                .filter(id -> !id.isEmpty() && id.length() <= MAX_JTI)
                .orElseThrow(() -> rejected("jti is missing or too long"));
        beforeStored.run();
        byte[] hash = SecretDigest.sha256(proof.thumbprint() + " " + jti);
        require(usedProofs.consume(hash, removableAt(issuedAt)), "the proof was already used");
        return proof.thumbprint();
    }

    private KeyProof verified(String compact) {
        try {
            return verifier.verify(compact, JwtType.DPOP_PROOF);
        } catch (JwtRejectedException e) {
            throw rejected(String.valueOf(e.getMessage()));
        }
    }

    private void requireFresh(Instant issuedAt) {
        Instant now = clock.instant();
        require(!issuedAt.isAfter(now.plus(clockSkew)), "iat is in the future");
        require(issuedAt.plus(config.proofLife()).plus(clockSkew).isAfter(now), "iat is too long ago");
    }

    // Returns the time after which no node accepts the proof, even one whose clock is late.
    private Instant removableAt(Instant issuedAt) {
        return issuedAt.plus(config.proofLife()).plus(clockSkew.multipliedBy(2));
    }

    private static void requireAccessToken(PresentedProof presented, ClaimsSet claims) {
        String token = presented.accessToken();
        if (token != null) {
            String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(SecretDigest.sha256(token));
            require(claims.string("ath").filter(hash::equals).isPresent(), "ath does not match the access token");
        }
    }

    private void requireNonce(ClaimsSet claims) {
        Optional<String> nonce = claims.string("nonce");
        if (nonce.isEmpty() ? config.nonceRequired() || claims.has("nonce") : !nonces.accepts(nonce.get())) {
            throw new ServiceException(ErrorCode.USE_DPOP_NONCE, "nonce is missing or not current");
        }
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw rejected(reason);
        }
    }

    private static ServiceException rejected(String privateReason) {
        return new ServiceException(ErrorCode.INVALID_DPOP_PROOF, privateReason);
    }
}
