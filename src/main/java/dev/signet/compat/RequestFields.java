package dev.signet.compat;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.tokens.access.AccessTokenVerifier;
import dev.signet.tokens.dpop.DpopBoundTokens;
import dev.signet.web.body.RequiredBody;
import org.jspecify.annotations.Nullable;

/** Validation of request bodies of both libraries. */
final class RequestFields {

    private static final int MAX_LENGTH = 16_384;

    private RequestFields() {}

    /** Returns the body if the profile is enabled; otherwise the endpoint does not exist. */
    static <T> T required(boolean profile, @Nullable T body) {
        if (!profile) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "the compatibility profile is disabled");
        }
        return RequiredBody.of(body);
    }

    static String required(String name, @Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > MAX_LENGTH) {
            throw ServiceException.invalidMember(name, name + " is missing, empty or too long");
        }
        return value;
    }

    /**
     * Requires an access token that is active and not bound to a key.
     *
     * @throws ServiceException {@code invalid_token}
     */
    static void requireActive(AccessTokenVerifier verifier, String token) {
        if (verifier.verifyOwn(token)
                .filter(verified -> DpopBoundTokens.isBearer(verified.claims()))
                .isEmpty()) {
            throw new ServiceException(ErrorCode.INVALID_TOKEN, "the token is not an active access token");
        }
    }
}
