package dev.signet.login;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.signet.error.ServiceException;
import dev.signet.login.passkeys.PresentedPasskey;
import dev.signet.login.passkeys.webauthn.AssertionResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The body of a login with a passkey: the ceremony, the credential as the browser encodes it, and the requested access or
 * the token of a login with a password.
 */
record PasskeyLoginBody(
        @Schema(examples = "\"sgp_…\"") @Nullable String ceremony,

        @Schema(examples = "{\"type\":\"public-key\",\"id\":\"…\",\"response\":{}}") @Nullable
        Map<String, Object> credential,

        @Schema(examples = "[\"https://api.example\"]")
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable
        List<String> audience,

        @Schema(examples = "\"profile\"") @Nullable String scope,
        @Schema(examples = "\"sgm_…\"") @Nullable String mfaToken) {

    private static final int MAX_TOKEN = 1_000;

    PasskeyLoginBody {
        if (mfaToken != null && (mfaToken.length() > MAX_TOKEN || audience != null || scope != null)) {
            throw ServiceException.invalidMember(
                    "mfa_token", "mfa_token is too long or combined with audience or scope");
        }
    }

    /** Returns the passkey. Any holder of the token of the ceremony may finish it. */
    PresentedPasskey passkey() {
        if (ceremony == null || ceremony.isEmpty() || ceremony.length() > MAX_TOKEN) {
            throw ServiceException.invalidMember("ceremony", "ceremony is missing or too long");
        }
        return new PresentedPasskey(ceremony, "", AssertionResponse.of(credential));
    }

    @Override
    public String toString() {
        return "PasskeyLoginBody";
    }
}
