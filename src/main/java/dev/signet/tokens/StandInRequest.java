package dev.signet.tokens;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** What was presented as {@code Authorization: Bearer} and is recognised as no access token but a credential in its place. */
final class StandInRequest extends BaseAuthenticationRequest {

    private final String presented;

    StandInRequest(String presented) {
        this.presented = presented;
    }

    String presented() {
        return presented;
    }
}
