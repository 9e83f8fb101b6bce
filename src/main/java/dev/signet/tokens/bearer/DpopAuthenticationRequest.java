package dev.signet.tokens.bearer;

import dev.signet.tokens.dpop.PresentedProof;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Access token presented with {@code Authorization: DPoP}, together with its proof. */
final class DpopAuthenticationRequest extends BaseAuthenticationRequest {

    private final String accessToken;
    private final PresentedProof proof;

    DpopAuthenticationRequest(String accessToken, PresentedProof proof) {
        this.accessToken = accessToken;
        this.proof = proof;
    }

    String accessToken() {
        return accessToken;
    }

    PresentedProof proof() {
        return proof;
    }
}
