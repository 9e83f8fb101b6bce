package dev.signet.keys.administration;

import dev.signet.error.ServiceException;
import dev.signet.jose.jwk.JwsAlgorithm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /admin/keys/rotations}. */
record RotationRequest(
        @Schema(examples = "\"ES256\"") @Nullable String alg,
        @Schema(examples = "false") @Nullable Boolean immediate) {

    @Nullable
    JwsAlgorithm algorithm() {
        if (alg == null) {
            return null;
        }
        try {
            return JwsAlgorithm.ofSetting(alg);
        } catch (IllegalArgumentException e) {
            throw ServiceException.invalidMember("alg", "alg is not a signature algorithm");
        }
    }

    boolean isImmediate() {
        return Boolean.TRUE.equals(immediate);
    }
}
