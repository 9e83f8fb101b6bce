package dev.signet.flow;

import dev.signet.support.Polling;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import static dev.signet.support.oauth.OAuth.introspectionRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** Drill of docs/operations/key-rotation.md, step by step, except for the actions of a resource server. */
@QuarkusTest
class CompromiseDrillTest {

    private static final int VISITORS = 3;

    @Test
    @OnBothStacks
    @Journey
    void compromisedKeyIsReplacedUnderTraffic() throws Exception {
        TestClient machine = OAuth.machine("a:read");
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger responded = new AtomicInteger();
        Set<String> rejectedKids = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(VISITORS);
        try {
            List<Future<List<String>>> visitors = new ArrayList<>();
            for (int i = 0; i < VISITORS; i++) {
                TestUser user = Signet.createUser();
                visitors.add(threads.submit(() -> visit(user.login(), over, responded, rejectedKids)));
            }
            await(responded, 20);
            Tokens old = Signet.createUser().login();
            String ofMachine = tokenRequest(machine).clientCredentials().accessToken();
            String kid = kidOf(old.access());

            Signet.adminRequest()
                    .post("/admin/keys/" + kid + "/compromise")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("COMPROMISED"));

            given().get("/.well-known/jwks.json").then().body("keys.kid", not(hasItem(kid)));
            assertThat(OAuth.claims(given().get("/.well-known/jwks.jwt").asString())
                            .get("keys")
                            .findValuesAsText("kid"))
                    .doesNotContain(kid);
            Signet.me(old.access()).then().statusCode(401);
            Signet.verify(old.access()).then().statusCode(200).body("active", equalTo(false));
            introspectionRequest(machine, ofMachine)
                    .send()
                    .then()
                    .statusCode(200)
                    .body("active", equalTo(false));
            Tokens next = Signet.tokens(Signet.refresh(old.refresh())
                    .then()
                    .statusCode(200)
                    .extract()
                    .response());
            assertThat(kidOf(next.access())).isNotEqualTo(kid);
            Signet.me(next.access()).then().statusCode(200);

            await(responded, responded.get() + 20);
            over.set(true);
            List<String> kids = new ArrayList<>();
            for (Future<List<String>> visitor : visitors) {
                kids.addAll(visitor.get());
            }
            assertThat(kids).contains(kid);
            // A token is rejected only if its key was revoked between the two requests of a visitor.
            assertThat(rejectedKids).isSubsetOf(kid);
            assertRecorded(kid, kidOf(next.access()));
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    // Keeps refreshing and calling; a client whose token of the revoked key is rejected refreshes and continues.
    private static List<String> visit(
            Tokens tokens, AtomicBoolean over, AtomicInteger responded, Set<String> rejectedKids) {
        List<String> kids = new ArrayList<>();
        Tokens present = tokens;
        while (!over.get()) {
            Response refreshed = Signet.refresh(present.refresh());
            assertThat(refreshed.statusCode()).isEqualTo(200);
            present = Signet.tokens(refreshed);
            String kid = kidOf(present.access());
            int status = Signet.me(present.access()).statusCode();
            if (status == 401) {
                rejectedKids.add(kid);
            } else {
                assertThat(status).isEqualTo(200);
            }
            kids.add(kid);
            responded.incrementAndGet();
        }
        assertThat(Signet.me(Signet.tokens(Signet.refresh(present.refresh())).access())
                        .statusCode())
                .isEqualTo(200);
        return kids;
    }

    private static void assertRecorded(String kid, String successor) {
        Signet.adminRequest()
                .get("/admin/events?limit=200&type=key.compromised")
                .then()
                .body("items.subject", hasItem(kid));
        List<Map<String, Object>> history = new ArrayList<>();
        String after = null;
        do {
            Response page = Signet.adminRequest()
                    .queryParam("limit", 200)
                    .queryParams(after == null ? Map.of() : Map.of("after", after))
                    .get("/admin/keys/history");
            history.addAll(page.jsonPath().getList("items"));
            after = page.path("next");
        } while (after != null);
        assertThat(history)
                .anySatisfy(entry -> assertThat(entry).containsEntry("kid", kid).containsEntry("state", "COMPROMISED"));
        assertThat(history)
                .anySatisfy(entry ->
                        assertThat(entry).containsEntry("kid", successor).containsEntry("state", "ACTIVE"));
    }

    private static String kidOf(String token) {
        return OAuth.header(token).get("kid").asText();
    }

    private static void await(AtomicInteger counter, int enough) {
        Polling.await().until(() -> counter.get() >= enough);
    }
}
