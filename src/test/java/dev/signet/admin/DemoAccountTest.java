package dev.signet.admin;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.empty;

@QuarkusTest
class DemoAccountTest {

    @Test
    @Journey
    void demoAccountExistsOnlyInDevProfile() {
        Signet.loginRequest("demo", "demo-password-please").send().then().statusCode(401);
        Signet.bearer(Signet.admin().access())
                .get("/admin/accounts?username=demo")
                .then()
                .body("items", empty());
    }
}
