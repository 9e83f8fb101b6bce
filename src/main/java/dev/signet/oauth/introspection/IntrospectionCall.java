package dev.signet.oauth.introspection;

import dev.signet.oauth.OAuthParameters;
import org.jspecify.annotations.Nullable;

/** What came over the wire, before anything of it is believed. */
record IntrospectionCall(
        OAuthParameters parameters, @Nullable String authorization) {

    String token() {
        return parameters.required("token");
    }

    @Override
    public String toString() {
        return "IntrospectionCall[" + parameters + "]";
    }
}
