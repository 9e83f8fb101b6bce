package dev.signet.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.PackagedSignet;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.restassured.RestAssured;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** Packaged artifact with ML-DSA-65: tokens signed with it if Java supports it, otherwise no start. */
@Journey
class PostQuantumIT {

    private static final String ALGORITHMS = "signet.keys.algorithms=RS256,ES256,ML-DSA-65";
    private static final String PASSWORD = "signet.admin.password=" + TestInstallation.ADMIN_PASSWORD;

    @TempDir
    Path folder;

    private final String base = RestAssured.baseURI;
    private final int port = RestAssured.port;

    @AfterEach
    void speakToTheCommonOneAgain() {
        RestAssured.baseURI = base;
        RestAssured.port = port;
    }

    @BeforeEach
    void reportUntestedParts() {
        if (!has()) {
            System.err.println(
                    "NOTICE: Java " + Runtime.version().feature() + " has no ML-DSA; only the startup error is tested");
        }
    }

    @Test
    void javaWithoutMlDsaStopsTheStartAndNamesTheSetting() {
        Assumptions.assumeFalse(has());

        assertThatThrownBy(() -> PackagedSignet.start(folder, ALGORITHMS, PASSWORD))
                .hasMessageContaining(
                        "signet.keys.algorithms (environment variable SIGNET_KEYS_ALGORITHMS) names ML-DSA-65")
                .hasMessageContaining("use Java 24 or later, or remove it");
    }

    @Test
    void bouncyCastleVerifiesMlDsaTokensOfClient() throws Exception {
        Assumptions.assumeTrue(has());
        try (PackagedSignet signet = start(ALGORITHMS, PASSWORD)) {
            TestClient client = OAuth.machine(
                    "read", Map.of("access_token_signed_response_alg", "ML-DSA-65", "roles", List.of("auditor")));
            TestClient other = OAuth.machine("read", Map.of());

            String token = tokenRequest(client).clientCredentials().accessToken();

            JsonNode header = OAuth.header(token);
            assertThat(header.get("alg").textValue()).isEqualTo("ML-DSA-65");
            Map<String, String> jwk = given().get("/.well-known/jwks.json")
                    .then()
                    .extract()
                    .path("keys.find { it.kid == '" + header.get("kid").textValue() + "' }");
            assertThat(jwk).containsEntry("kty", "AKP").containsEntry("alg", "ML-DSA-65");
            assertThat(jwk.keySet()).containsExactlyInAnyOrder("kty", "kid", "use", "alg", "pub");
            assertThat(isSignedBy(jwk.get("pub"), token)).isTrue();
            Signet.verify(token).then().body("active", equalTo(true));
            Signet.verify(changed(token)).then().statusCode(200).body("active", equalTo(false));
            assertThat(OAuth.header(tokenRequest(other).clientCredentials().accessToken())
                            .get("alg")
                            .textValue())
                    .isEqualTo("RS256");
            given().get("/.well-known/openid-configuration")
                    .then()
                    .body("id_token_signing_alg_values_supported", hasItem("ML-DSA-65"))
                    .body("token_endpoint_auth_signing_alg_values_supported", not(hasItem("ML-DSA-65")))
                    .body("dpop_signing_alg_values_supported", not(hasItem("ML-DSA-65")));
            assertThat(signet.log())
                    .containsPattern("WARN .*Client " + client.id() + " gets access tokens signed with ML-DSA-65")
                    .containsPattern("WARN .*signed with ML-DSA-65 are about 5000 characters long");
        }
    }

    @Test
    void allTokensCanUseMlDsaAndFitHeaders() throws Exception {
        Assumptions.assumeTrue(has());
        try (PackagedSignet signet = start(ALGORITHMS, PASSWORD, "signet.tokens.algorithm=ML-DSA-65")) {
            String token = Signet.admin().access();

            assertThat(token.length()).isBetween(4_800, 8_000);
            Signet.me(token).then().statusCode(200).body("username", equalTo("admin"));
            Signet.bearer(token).get("/admin/accounts").then().statusCode(200);
            assertThat(Signet.me(changed(token)).statusCode()).isEqualTo(401);
            assertThat(Signet.refresh(Signet.admin().refresh()).statusCode()).isEqualTo(200);
            assertThat(signet.log()).doesNotContain(token);
        }
    }

    private PackagedSignet start(String... settings) throws Exception {
        PackagedSignet signet = PackagedSignet.start(folder, settings);
        RestAssured.baseURI = "http://localhost";
        RestAssured.port = signet.base("http").getPort();
        return signet;
    }

    // The binary is built with a Java that supports it.
    private static boolean has() {
        return PackagedSignet.isNative() || Runtime.version().feature() >= 24;
    }

    private static boolean isSignedBy(String pub, String token) {
        int end = token.lastIndexOf('.');
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(
                false,
                new MLDSAPublicKeyParameters(
                        MLDSAParameters.ml_dsa_65, Base64.getUrlDecoder().decode(pub)));
        verifier.update(token.getBytes(StandardCharsets.US_ASCII), 0, end);
        return verifier.verifySignature(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }

    private static String changed(String token) {
        int at = token.lastIndexOf('.') + 100;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }
}
