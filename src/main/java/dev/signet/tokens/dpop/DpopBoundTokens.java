package dev.signet.tokens.dpop;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.VerifiedJwt;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;

/** Access tokens that only the holder of a key can use (RFC 9449 §6, §7). */
@Singleton
public final class DpopBoundTokens {

    /** The {@code WWW-Authenticate} challenge for requests with the DPoP scheme. */
    public static final String CHALLENGE = "DPoP algs=\"" + String.join(" ", DpopProofs.algorithms()) + "\"";

    private final DpopProofs proofs;

    DpopBoundTokens(DpopProofs proofs) {
        this.proofs = proofs;
    }

    /** Returns the thumbprint of the key a token is bound to; null for a bearer token. */
    public static @Nullable String keyThumbprint(ClaimsSet token) {
        return token.asMap().get("cnf") instanceof Map<?, ?> confirmation
                        && confirmation.get("jkt") instanceof String thumbprint
                ? thumbprint
                : null;
    }

    /**
     * Returns whether a token can be used without a proof. A token that is bound to a key cannot, so that it is useless
     * to a thief.
     */
    public static boolean isBearer(ClaimsSet token) {
        return !token.has("cnf");
    }

    /**
     * Returns the token if the proof shows that its presenter holds the key it is bound to. Waits for the database.
     *
     * @param verified the result of the verification of the access token
     * @throws ServiceException {@code invalid_token}, also for a token that is bound to no key; {@code
     *     invalid_dpop_proof}; {@code use_dpop_nonce}
     */
    public VerifiedJwt requireProof(Optional<VerifiedJwt> verified, PresentedProof proof) {
        try {
            VerifiedJwt token = verified.orElseThrow(() -> rejection("the access token is invalid"));
            String key = keyThumbprint(token.claims());
            if (key == null || !key.equals(proofs.validate(proof))) {
                throw rejection("the access token is not bound to the key of the DPoP proof");
            }
            return token;
        } catch (ServiceException e) {
            throw e.challenge(CHALLENGE + ", error=\"" + e.code().wire() + "\"");
        }
    }

    private static ServiceException rejection(String privateReason) {
        return new ServiceException(ErrorCode.INVALID_TOKEN, privateReason);
    }
}
