package dev.signet.tokens.bearer;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Alternative bearer credential presented with {@code Authorization: Bearer}. */
final class AlternativeBearerRequest extends BaseAuthenticationRequest {

    private final String presented;

    AlternativeBearerRequest(String presented) {
        this.presented = presented;
    }

    String presented() {
        return presented;
    }
}
