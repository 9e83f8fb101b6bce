package dev.signet.login;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtType;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.ring.KeyRing;
import dev.signet.support.accounts.Signet;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.oauth.OAuth.introspectionRequest;
import static org.hamcrest.Matchers.equalTo;

/** Correctly signed tokens whose sub or sid is not the UUID of an account or a session. */
@QuarkusTest
class IdentifierClaimsTest {

    private static final List<String> PATHS = List.of(
            "/auth/me",
            "/auth/sessions",
            "/auth/api-keys",
            "/auth/factors",
            "/auth/consents",
            "/admin/accounts",
            "/oauth2/userinfo");

    @Inject
    KeyRing keys;

    @ParameterizedTest
    @CsvSource({"sub, alice", "sub, ''", "sid, one", "sid, 1-1-1-1-1"})
    void tokenWithNonUuidIdentifierIsInvalid(String claim, String value) {
        String token = changed(Signet.admin().access(), claim, value);

        for (String path : PATHS) {
            Signet.bearer(token).get(path).then().statusCode(401);
        }
        Map<String, Map<String, String>> bodies = Map.of(
                "/auth/tickets", Map.of("path", "/x"),
                "/auth/password", Map.of("current_password", Signet.PASSWORD, "new_password", Signet.PASSWORD),
                "/admin/roles", Map.of("name", "auditor"));
        bodies.forEach((path, body) -> assertProblem(
                Signet.bearer(token).contentType("application/json").body(body).post(path), 401, "invalid_token"));
        // The request for this link needs no authentication.
        Signet.bearer(token)
                .contentType("application/json")
                .body(Map.of("username", "nobody"))
                .post("/auth/links/email-verification")
                .then()
                .statusCode(202);
        Signet.verify(token).then().statusCode(200).body("active", equalTo(false));
        TestClient machine = OAuth.machine("orders:read");
        introspectionRequest(machine, token).send().then().statusCode(200).body("active", equalTo(false));
    }

    // Names and values alternate; null removes a claim.
    private String changed(String token, Object... changes) {
        Map<String, Object> claims = new com.fasterxml.jackson.databind.ObjectMapper()
                .convertValue(OAuth.claims(token), new com.fasterxml.jackson.core.type.TypeReference<>() {});
        for (int i = 0; i < changes.length; i += 2) {
            claims.put((String) changes[i], changes[i + 1]);
        }
        ClaimsSet.Builder set = ClaimsSet.builder();
        claims.forEach((name, value) -> {
            if (value instanceof String text) {
                set.claim(name, text);
            } else if (value instanceof Number number) {
                set.claim(name, number.longValue());
            } else if (value instanceof List<?> list) {
                set.claim(name, list.stream().map(String::valueOf).toList());
            } else if (value instanceof Map<?, ?> map) {
                set.claim(name, Map.of("sub", String.valueOf(map.get("sub"))));
            }
        });
        return keys.signer(JwsAlgorithm.RS256).sign(JwtType.ACCESS_TOKEN, set.build());
    }
}
