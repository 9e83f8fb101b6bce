package dev.signet.login.passkeys;

import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.List;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** The public documents about passkeys. */
@QuarkusTest
class PasskeyDocumentsTest {

    @Test
    @Journey
    void relatedOriginsAreThoseOfTheSettings() {
        given().get("/.well-known/webauthn")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("origins", equalTo(List.of("http://localhost:8080", "https://shop.example.com")));
    }

    @Test
    void passkeyEndpointsNameThePageForPasskeys() {
        given().get("/.well-known/passkey-endpoints")
                .then()
                .statusCode(200)
                .body("enroll", equalTo("http://localhost:8080/account/security"))
                .body("manage", equalTo("http://localhost:8080/account/security"));
    }
}
