package dev.signet.login;

import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The second step of a login: the token from the first step, and a code of the authenticator app or a recovery code.
 */
record SecondFactorLogin(
        @Schema(examples = "\"sgm_…\"") @Nullable String mfaToken,
        @Schema(examples = "\"287082\"") @Nullable String otp,

        @Schema(examples = "\"K7QM-2XWD-VB4N-H3RT\"") @Nullable
        String recoveryCode) {

    private static final int MAX_TOKEN = 1_000;

    String requiredToken() {
        if (mfaToken == null || mfaToken.isEmpty() || mfaToken.length() > MAX_TOKEN) {
            throw ServiceException.invalidMember("mfa_token", "mfa_token is missing or too long");
        }
        return mfaToken;
    }

    PresentedFactor requiredFactor() {
        return PresentedFactor.of(otp, recoveryCode)
                .orElseThrow(() -> ServiceException.invalidMember("otp", "otp or recovery_code is required"));
    }

    @Override
    public String toString() {
        return "SecondFactorLogin";
    }
}
