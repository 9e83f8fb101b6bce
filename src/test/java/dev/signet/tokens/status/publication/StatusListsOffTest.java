package dev.signet.tokens.status.publication;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.OAuth;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class StatusListsOffTest {

    @Test
    @Journey
    void statusListsAreOffByDefault() {
        assertThat(OAuth.claims(Signet.createUser().login().access()).has("status"))
                .isFalse();
        given().get("/status-lists").then().statusCode(404);
        given().get("/status-lists/1").then().statusCode(404);
        given().get("/.well-known/oauth-authorization-server")
                .then()
                .body("$", not(hasKey("status_list_aggregation_endpoint")));
    }
}
