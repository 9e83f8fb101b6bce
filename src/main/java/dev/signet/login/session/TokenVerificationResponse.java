package dev.signet.login.session;

import dev.signet.jose.ClaimsSet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The response to a token verification: the claims of an active token; for any other token only that it is not active.
 */
public final class TokenVerificationResponse {

    /** An example of the response, for the API description. */
    public static final String EXAMPLE = """
            {"active": true, "iss": "https://signet.example", "sub": "01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10",
             "aud": "https://api.example", "exp": 1795335630, "iat": 1795335330, "client_id": "signet", "scope": "profile",
             "groups": ["auditor"], "upn": "alice", "sid": "01977f2e-7b1d-7e02-8f43-1d7c402f9b21"}""";

    private TokenVerificationResponse() {}

    /** Returns the members of the response: {@code active}, and the claims of an active token. */
    public static Map<String, Object> describe(Optional<ClaimsSet> token) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("active", token.isPresent());
        token.ifPresent(active -> response.putAll(active.asMap()));
        return response;
    }
}
