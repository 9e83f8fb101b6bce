package dev.signet.login.credentials;

import dev.signet.accounts.factor.PresentedFactor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request body with a code of an authenticator app. */
record OtpBody(@Schema(examples = "\"287082\"") @Nullable String otp) {

    PresentedFactor required() {
        return PresentedFactor.ofOtp(otp);
    }

    @Override
    public String toString() {
        return "OtpBody";
    }
}
