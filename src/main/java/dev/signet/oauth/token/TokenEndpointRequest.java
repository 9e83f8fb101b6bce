package dev.signet.oauth.token;

import dev.signet.oauth.OAuthParameters;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Token request before its validation.
 *
 * @param proofs the {@code DPoP} headers
 */
record TokenEndpointRequest(
        OAuthParameters parameters, @Nullable String authorization, List<String> proofs) {

    String grantType() {
        return parameters.required("grant_type");
    }

    @Override
    public String toString() {
        return "TokenEndpointRequest[" + parameters + "]";
    }
}
