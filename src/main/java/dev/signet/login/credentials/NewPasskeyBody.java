package dev.signet.login.credentials;

import dev.signet.error.ServiceException;
import dev.signet.login.passkeys.webauthn.AttestationResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** The body that registers a passkey: the ceremony, the credential as the browser encodes it, and a name. */
record NewPasskeyBody(
        @Schema(examples = "\"sgp_…\"") @Nullable String ceremony,

        @Schema(examples = "{\"type\":\"public-key\",\"id\":\"…\",\"response\":{}}") @Nullable
        Map<String, Object> credential,

        @Schema(examples = "\"Work laptop\"") @Nullable String name) {

    private static final int MAX_TOKEN = 1_000;

    String requiredCeremony() {
        if (ceremony == null || ceremony.isEmpty() || ceremony.length() > MAX_TOKEN) {
            throw ServiceException.invalidMember("ceremony", "ceremony is missing or too long");
        }
        return ceremony;
    }

    AttestationResponse attestation() {
        return AttestationResponse.of(credential);
    }

    @Override
    public String toString() {
        return "NewPasskeyBody";
    }
}
