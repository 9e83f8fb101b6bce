package dev.signet.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static dev.signet.support.ErrorResponses.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The HS256 tokens that JWT tutorials print are rejected wherever a token can be presented. */
@QuarkusTest
class TutorialTokensTest {

    @Test
    @Journey
    void tutorialTokensAreRejectedEverywhere() throws IOException {
        JsonNode tokens = Vectors.read("tutorial-tokens.json").get("tokens");

        assertThat(tokens).isNotEmpty();
        for (JsonNode entry : tokens) {
            String token = entry.get("token").asText();
            assertProblem(Signet.me(token), 401, "invalid_token");
            Signet.verify(token).then().statusCode(200).body("active", equalTo(false));
            assertProblem(Signet.refresh(token), 401, "invalid_grant");
            Signet.bearer(token).post("/auth/logout").then().statusCode(401);
            Signet.bearer(token).get("/admin/accounts").then().statusCode(401);
        }
    }
}
