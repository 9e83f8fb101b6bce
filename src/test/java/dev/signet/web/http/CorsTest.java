package dev.signet.web.http;

import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OptionalFeatures;
import dev.signet.support.installation.TestInstallation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import java.util.List;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@TestProfile(OptionalFeatures.class)
class CorsTest {

    private static final String FRIEND = OptionalFeatures.ALLOWED_ORIGIN;

    @Test
    @Journey
    void configuredOriginIsAllowed() {
        given().header("Origin", FRIEND)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,authorization")
                .options("/auth/login")
                .then()
                .header("Access-Control-Allow-Origin", equalTo(FRIEND))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Allow-Methods", containsString("POST"));
        given().header("Origin", FRIEND)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/auth/login")
                .then()
                .statusCode(400)
                .header("Access-Control-Allow-Origin", equalTo(FRIEND));
    }

    @Test
    @Journey
    void otherOriginsAreNotReflected() {
        for (String origin : new String[] {
            "https://evil.example", "null", "https://app.example.com.evil.example", "http://app.example.com"
        }) {
            given().header("Origin", origin)
                    .header("Access-Control-Request-Method", "POST")
                    .options("/auth/login")
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue());
        }
    }

    // Browsers send an Origin with every form, and with our referrer policy it is null.
    @Test
    void ownFormsWorkWithNullOrigin() {
        for (String origin : List.of("null", TestInstallation.ISSUER)) {
            given().header("Origin", origin)
                    .contentType(ContentType.URLENC)
                    .formParam("transaction", "x")
                    .post("/oauth2/authorize/sign-in")
                    .then()
                    .statusCode(400)
                    .contentType(ContentType.HTML)
                    .header("Access-Control-Allow-Origin", nullValue());
            given().header("Origin", origin)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/auth/login")
                    .then()
                    .statusCode(400)
                    .header("Vary", equalTo("origin"))
                    .header("Access-Control-Allow-Origin", nullValue());
        }
    }

    @Test
    void browserClientsCanCallClientEndpoints() {
        for (String path : List.of("token", "revoke", "userinfo", "par", "device_authorization", "register")) {
            given().header("Origin", FRIEND)
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "authorization,dpop")
                    .options("/oauth2/" + path)
                    .then()
                    .header("Access-Control-Allow-Origin", equalTo(FRIEND));
        }
    }

    // RFC 9700 §2.6: browsers are redirected to these pages, and no program calls them.
    @Test
    void pagesAreNotReadableByOtherOrigins() {
        for (String path : List.of("/oauth2/authorize", "/oauth2/logout", "/oauth2/authorize/sign-in", "/device")) {
            given().header("Origin", FRIEND)
                    .header("Access-Control-Request-Method", "GET")
                    .options(path)
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue());
            given().header("Origin", FRIEND).get(path).then().header("Access-Control-Allow-Origin", nullValue());
        }
    }

    @Test
    void publishedDocumentsAllowEveryOrigin() {
        given().header("Origin", "https://evil.example")
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("*"));
    }
}
