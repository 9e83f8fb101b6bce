package dev.signet.web.caller;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OptionalFeatures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A session shows the IP address that a trusted proxy reports, even if the client sent the header itself. */
@QuarkusTest
@TestProfile(OptionalFeatures.class)
class TrustedProxyTest {

    @Test
    @Journey
    void proxyHeaderOverridesTheHeaderOfTheClient() {
        Response login = given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", "6.6.6.6", "198.51.100.7")
                .body(Map.of("username", Signet.createUser().username(), "password", Signet.PASSWORD))
                .post("/auth/login");
        Tokens tokens = Signet.tokens(login);

        String ipAddress = Signet.bearer(tokens.access())
                .get("/auth/sessions")
                .then()
                .extract()
                .path("items[0].address");

        assertThat(ipAddress).isEqualTo("198.51.100.7");
    }
}
