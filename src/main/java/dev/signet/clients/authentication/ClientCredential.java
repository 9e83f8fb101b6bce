package dev.signet.clients.authentication;

import dev.signet.clients.AuthenticationMethod;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.SecretHash;
import dev.signet.web.http.BasicAuthorization;
import org.jspecify.annotations.Nullable;

/** Credential of a client, by exactly one method (RFC 6749 §2.3). */
sealed interface ClientCredential {

    String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Secret, of which only the hash is kept. */
    record Secret(String clientId, SecretHash hash, AuthenticationMethod method) implements ClientCredential {

        @Override
        public String toString() {
            return "Secret[" + method + "]";
        }
    }

    /** Client id without a credential. */
    record Name(String clientId) implements ClientCredential {}

    /** Signed assertion; its issuer is unverified. */
    record Assertion(@Nullable String clientId, String jwt) implements ClientCredential {

        @Override
        public String toString() {
            return "Assertion";
        }
    }

    /** Missing or malformed credential. */
    record Malformed() implements ClientCredential {}

    /**
     * Returns the credential of a request. A parameter without a value counts as omitted (RFC 6749 §3.2).
     *
     * @throws ServiceException {@code invalid_request} for two credentials at once
     */
    static ClientCredential of(ClientAuthenticationRequest authentication) {
        String clientId = emptyToNull(authentication.clientId());
        String secret = emptyToNull(authentication.clientSecret());
        String assertion = emptyToNull(authentication.clientAssertion());
        String type = emptyToNull(authentication.clientAssertionType());
        boolean asserted = assertion != null || type != null;
        int methods = (authentication.authorization() == null ? 0 : 1) + (secret == null ? 0 : 1) + (asserted ? 1 : 0);
        if (methods > 1) {
            throw new ServiceException(
                    ErrorCode.INVALID_REQUEST, "the request uses more than one client authentication method");
        }
        if (authentication.authorization() != null) {
            return ofHeader(authentication.authorization(), clientId);
        }
        if (asserted) {
            return assertion != null && ASSERTION_TYPE.equals(type)
                    ? new Assertion(clientId, assertion)
                    : new Malformed();
        }
        if (clientId == null) {
            return new Malformed();
        }
        return secret == null
                ? new Name(clientId)
                : new Secret(clientId, SecretHash.of(secret), AuthenticationMethod.CLIENT_SECRET_POST);
    }

    private static ClientCredential ofHeader(String authorization, @Nullable String clientId) {
        if (!BasicAuthorization.isSchemeOf(authorization)) {
            return new Malformed();
        }
        BasicClientCredentials basic =
                BasicClientCredentials.parse(authorization).orElse(null);
        if (basic == null) {
            return new Malformed();
        }
        if (clientId != null && !clientId.equals(basic.id())) {
            throw new ServiceException(
                    ErrorCode.INVALID_REQUEST, "client_id is not the one in the Authorization header");
        }
        return new Secret(basic.id(), SecretHash.of(basic.secret()), AuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    private static @Nullable String emptyToNull(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
