package dev.signet.login.session;

import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token to verify.
 *
 * @param audience the audience that the token must contain; null for any
 */
record VerifyBody(
        @Schema(
                examples =
                        "\"eyJhbGciOiJFUzI1NiIsImtpZCI6Ii1ZYV9vNUg2eFRVWGtKMVduN3VIVHhYYjZzMlRiRW9PcXQxeExGakRHeDgifQ…\"")
        String token,

        @Schema(
                examples = "\"https://api.example\"",
                description = "Audience of the service that verifies: a token for other audiences is not active")
        @Nullable
        String audience) {

    // Jackson leaves absent members null, although the annotations exclude it.
    @SuppressWarnings({"ConstantValue", "NullAway"})
    VerifyBody {
        if (token == null) {
            throw ServiceException.invalidMember("token", "token is missing");
        }
    }

    /** Returns whether these claims contain the requested audience, if one was requested. */
    boolean allowsAudienceOf(ClaimsSet claims) {
        return audience == null || claims.strings("aud").contains(audience);
    }

    @Override
    public String toString() {
        return "VerifyBody";
    }
}
