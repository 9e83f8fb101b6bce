package dev.signet.clients.registration;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Concurrent changes of a registration by the client and an administrator. */
@QuarkusTest
@OnBothStacks
class RegistrationRaceTest {

    private static final int ROUNDS = 12;
    private static final List<String> REDIRECT_URIS = List.of("https://notes.example/cb");

    @Test
    @Journey
    void concurrentlyRemovedScopeStaysRemoved() {
        Response registered = given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Signet.adminRequest()
                        .body(Map.of())
                        .post("/admin/registration-tokens")
                        .path("registration_token"))
                .body(Map.of("redirect_uris", REDIRECT_URIS))
                .post("/oauth2/register");
        registered.then().statusCode(201);
        String id = registered.path("client_id");
        String token = registered.path("registration_access_token");

        for (int i = 0; i < ROUNDS; i++) {
            patch(id, Map.of("scope", "openid groups", "audiences", List.of("https://api.example")));
            Map<String, Object> less = new HashMap<>();
            less.put("scope", "openid");
            less.put("audiences", null);
            String presentedToken = token;
            CompletableFuture<String> replaced = CompletableFuture.supplyAsync(() -> replace(id, presentedToken));
            CompletableFuture<Void> removed = CompletableFuture.runAsync(() -> patch(id, less));
            CompletableFuture.allOf(replaced, removed).join();
            token = replaced.join();

            Response client = Signet.adminRequest().get("/admin/clients/{id}", id);
            assertThat(client.<List<String>>path("audiences")).isNullOrEmpty();
            assertThat(Arrays.asList(client.<String>path("scope").split(" "))).doesNotContain("groups");
        }
    }

    private static String replace(String id, String token) {
        Response replaced = given().contentType(ContentType.JSON)
                .auth()
                .oauth2(token)
                .body(Map.of("client_id", id, "redirect_uris", REDIRECT_URIS, "scope", "openid groups"))
                .put("/oauth2/register/{id}", id);
        replaced.then().statusCode(200);
        return replaced.path("registration_access_token");
    }

    private static void patch(String id, Map<String, Object> members) {
        Signet.adminRequest()
                .body(members)
                .patch("/admin/clients/{id}", id)
                .then()
                .statusCode(200);
    }
}
