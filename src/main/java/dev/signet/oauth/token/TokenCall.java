package dev.signet.oauth.token;

import dev.signet.oauth.OAuthParameters;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What came over the wire, before anything of it is believed.
 *
 * @param proofs the {@code DPoP} headers
 */
record TokenCall(OAuthParameters parameters, @Nullable String authorization, List<String> proofs) {

    String grantType() {
        return parameters.required("grant_type");
    }

    @Override
    public String toString() {
        return "TokenCall[" + parameters + "]";
    }
}
