package dev.signet.oauth.introspection;

import dev.signet.jose.ClaimsSet;
import dev.signet.oauth.OAuthParameters;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Introspection request before its validation. */
record IntrospectionCall(
        OAuthParameters parameters, @Nullable String authorization) {

    String token() {
        return parameters.required("token");
    }

    /** Returns whether the caller requests an audience; refresh tokens have none. */
    boolean hasAudience() {
        return parameters.first("audience").isPresent();
    }

    /** Returns whether these claims contain one of the requested audiences, if any was requested. */
    boolean allowsAudienceOf(ClaimsSet claims) {
        List<String> audiences = parameters.all("audience");
        return audiences.isEmpty() || claims.strings("aud").stream().anyMatch(audiences::contains);
    }

    @Override
    public String toString() {
        return "IntrospectionCall[" + parameters + "]";
    }
}
