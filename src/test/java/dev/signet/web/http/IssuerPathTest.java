package dev.signet.web.http;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** An installation below a path, whose proxy removes the path from requests. */
@QuarkusTest
@TestProfile(IssuerPathTest.Profile.class)
class IssuerPathTest {

    public static final class Profile implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ServerBelowPath.class));
        }
    }

    /** Replaces the issuer of the test installation, in the packaged application too. */
    public static final class ServerBelowPath implements QuarkusTestResourceLifecycleManager {

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            return Map.of("signet.issuer", "http://localhost:8080/id");
        }

        @Override
        public void stop() {}
    }

    @Test
    void locationHeaderIncludesTheIssuerPath() {
        String admin = Signet.admin().access();

        Signet.bearer(admin)
                .contentType("application/json")
                .body(Map.of("name", "below"))
                .post("/admin/roles")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/id/admin/roles/below"));
        Signet.bearer(admin)
                .contentType("application/json")
                .body(Map.of("username", "below", "password", Signet.PASSWORD))
                .post("/admin/accounts")
                .then()
                .statusCode(201)
                .header("Location", startsWith("/id/admin/accounts/"));
    }

    @Test
    @Journey
    void ticketPathMayIncludeTheIssuerPath() {
        String token = Signet.login("admin", dev.signet.support.installation.TestInstallation.ADMIN_PASSWORD)
                .access();
        for (String path : new String[] {"/id/auth/me", "/auth/me"}) {
            String ticket = Signet.bearer(token)
                    .contentType("application/json")
                    .body(Map.of("path", path))
                    .post("/auth/tickets")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("ticket");

            given().get("/auth/sessions?ticket=" + ticket).then().statusCode(401);
            given().get("/auth/me?ticket=" + ticket).then().statusCode(200);
            given().get("/auth/me?ticket=" + ticket).then().statusCode(401);
        }
    }

    @Test
    void problemTypesAndPagesAreBelowTheIssuerPath() {
        given().get("/auth/me").then().body("type", equalTo("http://localhost:8080/id/errors#authentication_required"));
        given().accept("text/html").get("/no/such/path").then().body(containsString("href=\"/id/pages/style-"));
    }
}
