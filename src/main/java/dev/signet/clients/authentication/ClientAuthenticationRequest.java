package dev.signet.clients.authentication;

import org.jspecify.annotations.Nullable;

/**
 * Client authentication data of a request: the {@code Authorization} header, and the parameters of RFC 6749 §2.3.1 and
 * RFC 7521 §4.2.
 */
public record ClientAuthenticationRequest(
        @Nullable String authorization,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String clientAssertionType,
        @Nullable String clientAssertion) {

    @Override
    public String toString() {
        return "ClientAuthenticationRequest";
    }
}
