package dev.signet.oauth.introspection;

import dev.signet.jose.ClaimsSet;
import dev.signet.oauth.OAuthParameters;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** What came over the wire, before anything of it is believed. */
record IntrospectionCall(
        OAuthParameters parameters, @Nullable String authorization) {

    String token() {
        return parameters.required("token");
    }

    /** Whether the caller asks for an audience, which a refresh token has none of. */
    boolean hasAudience() {
        return parameters.first("audience").isPresent();
    }

    /** Whether these claims are for one of the audiences asked for, if any. */
    boolean isMeantBy(ClaimsSet claims) {
        List<String> audiences = parameters.all("audience");
        return audiences.isEmpty() || claims.strings("aud").stream().anyMatch(audiences::contains);
    }

    @Override
    public String toString() {
        return "IntrospectionCall[" + parameters + "]";
    }
}
