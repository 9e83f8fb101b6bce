package dev.signet.login.ticket;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;

/** A ticket: valid for one path, once, for seconds, and with no more rights than its access token. */
@QuarkusTest
class TicketTest {

    private static final Map<String, Object> NOT_ACTIVE = Map.of("active", false);

    @Test
    @Journey
    void ticketIsValidOnceForOnePath() {
        TestUser user = Signet.createUser();
        String ticket = ticket(user.login(), "/auth/me");

        get("/auth/me?ticket=" + ticket)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body("username", equalTo(user.username()));
        assertProblem(get("/auth/me?ticket=" + ticket), 401, "invalid_token");
    }

    @Test
    void ticketResponseContainsTimeToLive() {
        requestTicket(Signet.createUser().login(), Map.of("path", "/auth/me"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("ticket", matchesPattern("sgt_[A-Za-z0-9_-]{43}"))
                .body("expires_in", lessThanOrEqualTo(60))
                .body("size()", equalTo(2));
    }

    @Test
    void parametersNextToTicketReachTheResource() {
        String ticket = ticket(Signet.createUser().login(), "/auth/sessions");

        get("/auth/sessions?limit=1&ticket=" + ticket).then().statusCode(200).body("items.size()", equalTo(1));
    }

    @Test
    void ticketIsRejectedForOtherPathSpellings() throws IOException {
        String ticket = ticket(Signet.createUser().login(), "/auth/me");

        for (String path : List.of(
                "/auth/sessions",
                "/auth/me/",
                "/auth//me",
                "//auth/me",
                "/auth/./me",
                "/auth/x/../me",
                "/auth/%6de",
                "/auth/me;x=1")) {
            assertThat(statusOf(path + "?ticket=" + ticket)).as(path).isEqualTo(401);
        }
        for (String path : List.of("/auth/me%2f", "/auth%2fme", "/AUTH/me", "/auth/ME")) {
            assertThat(statusOf(path + "?ticket=" + ticket)).as(path).isEqualTo(404);
        }
        assertThat(statusOf("/auth/me?ticket=" + ticket)).isEqualTo(200);
    }

    @Test
    void ticketIsAcceptedOnlyForGet() {
        Tokens tokens = Signet.createUser().login();
        String ticket = ticket(tokens, "/auth/sessions");

        given().delete("/auth/sessions?ticket=" + ticket).then().statusCode(401);
        given().head("/auth/sessions?ticket=" + ticket).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("path", "/auth/me"))
                .post("/auth/tickets?ticket=" + ticket(tokens, "/auth/tickets"))
                .then()
                .statusCode(401);
        get("/auth/sessions?ticket=" + ticket).then().statusCode(200);
    }

    @Test
    void ticketWithAnotherCredentialIsRejected() {
        Tokens tokens = Signet.createUser().login();
        String ticket = ticket(tokens, "/auth/me");

        get("/auth/me?ticket=" + ticket + "&ticket=" + ticket).then().statusCode(401);
        given().header("Authorization", "Bearer garbage")
                .get("/auth/me?ticket=" + ticket)
                .then()
                .statusCode(401);
        Signet.me(ticket).then().statusCode(401);
        get("/auth/me?token=" + ticket).then().statusCode(401);
        get("/auth/me?ticket=" + tokens.access()).then().statusCode(401);
        get("/auth/me?ticket=" + ticket).then().statusCode(200);
    }

    @Test
    void ticketHasTheRolesOfItsToken() {
        String path = "/admin/roles";

        get(path + "?ticket=" + ticket(Signet.createUser().login(), path))
                .then()
                .statusCode(403);
        get(path + "?ticket=" + ticket(Signet.admin(), path)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "auth/me",
                "//x",
                "/a//b",
                "/.",
                "/a/..",
                "/a/../b",
                "/a/./b",
                "/a;x=1",
                "/a?x",
                "/a#x",
                "/a%2Fb",
                "/a%2Eb",
                "/a%61",
                "/a%00",
                "/a b",
                "/ü",
                "/%c3%bc",
                "/a\\b",
                "https://app.example/chat"
            })
    void invalidOrAmbiguousPathIsRejected(String path) {
        requestTicket(Signet.createUser().login(), Map.of("path", path))
                .then()
                .statusCode(400)
                .body("member", equalTo("path"));
    }

    @Test
    void unknownMembersAndLongBodiesAreRejected() {
        Tokens tokens = Signet.createUser().login();

        requestTicket(tokens, Map.of()).then().statusCode(400).body("member", equalTo("path"));
        requestTicket(tokens, Map.of("path", "/a", "ttl", 600)).then().statusCode(400);
        requestTicket(tokens, Map.of("path", "/" + "a".repeat(500))).then().statusCode(400);
        redeem(Map.of("ticket", "sgt_x")).then().statusCode(400).body("member", equalTo("path"));
        redeem(Map.of("path", "/a")).then().statusCode(400).body("member", equalTo("ticket"));
    }

    @Journey
    @ParameterizedTest
    @ValueSource(strings = {"/", "/chat", "/files/%C3%BC%20x.pdf", "/rooms/a..b/", "/.well-known/x", "/a,b@c:d=e"})
    void serviceRedeemsTicketForClaims(String path) {
        TestUser user = Signet.createUser("reader");
        String ticket = ticket(user.login(), path);

        redeem(ticket, path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("active", equalTo(true))
                .body("sub", equalTo(user.id()))
                .body("upn", equalTo(user.username()))
                .body("groups", equalTo(List.of("reader")));
        redeem(ticket, path).then().statusCode(200).body("", equalTo(NOT_ACTIVE));
    }

    @Test
    void redemptionForAnotherPathKeepsTheTicket() {
        String ticket = ticket(Signet.createUser().login(), "/chat");

        for (String path : List.of("/Chat", "/chat/", "/chat;x", "/%63hat", "/other", "chat", "/\u0000")) {
            redeem(ticket, path).then().statusCode(200).body("", equalTo(NOT_ACTIVE));
        }
        redeem("sgt_" + "A".repeat(43), "/chat").then().statusCode(200).body("", equalTo(NOT_ACTIVE));
        redeem("\u0000", "/chat").then().statusCode(200).body("", equalTo(NOT_ACTIVE));
        redeem(ticket, "/chat").then().body("active", equalTo(true));
    }

    @Test
    @Journey
    void ticketForAnotherAudienceIsInactiveAndStaysUsable() {
        String ticket = ticket(Signet.createUser().login(), "/chat");
        Map<String, String> body = Map.of("ticket", ticket, "path", "/chat", "audience", "https://other.example");

        redeem(body).then().statusCode(200).body("", equalTo(NOT_ACTIVE));
        redeem(Map.of("ticket", ticket, "path", "/chat", "audience", TestInstallation.ISSUER))
                .then()
                .statusCode(200)
                .body("active", equalTo(true));
    }

    @Test
    void redeemedTicketCannotBeUsedAgain() {
        Tokens tokens = Signet.createUser().login();
        String first = ticket(tokens, "/auth/me");
        String second = ticket(tokens, "/auth/me");

        get("/auth/me?ticket=" + first).then().statusCode(200);
        redeem(first, "/auth/me").then().body("", equalTo(NOT_ACTIVE));
        redeem(second, "/auth/me").then().body("active", equalTo(true));
        get("/auth/me?ticket=" + second).then().statusCode(401);
    }

    @Test
    void ticketEndsWithItsSession() {
        Tokens tokens = Signet.createUser().login();
        String there = ticket(tokens, "/chat");
        String here = ticket(tokens, "/auth/me");

        Signet.bearer(tokens.access()).post("/auth/logout").then().statusCode(204);

        redeem(there, "/chat").then().body("", equalTo(NOT_ACTIVE));
        get("/auth/me?ticket=" + here).then().statusCode(401);
    }

    @Test
    void ticketEndsWithTheAccount() {
        TestUser user = Signet.createUser();
        String ticket = ticket(user.login(), "/chat");

        Signet.adminRequest()
                .body(Map.of("enabled", false))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);

        redeem(ticket, "/chat").then().body("", equalTo(NOT_ACTIVE));
    }

    @Test
    void clientTokenCannotCreateTickets() {
        TestClient client = TestClient.register(Map.of("grant_types", List.of("client_credentials")));
        String own = tokenRequest(client).clientCredentials().accessToken();

        assertProblem(
                Signet.bearer(own)
                        .contentType(ContentType.JSON)
                        .body(Map.of("path", "/chat"))
                        .post("/auth/tickets"),
                403,
                "first_party_only");
        given().contentType(ContentType.JSON)
                .body(Map.of("path", "/chat"))
                .post("/auth/tickets")
                .then()
                .statusCode(401);
    }

    @Test
    @OnBothStacks
    @Journey
    void concurrentUseOfATicketSucceedsOnce() throws Exception {
        int contenders = 20;
        String ticket = ticket(Signet.createUser().login(), "/auth/me");
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(contenders);
        try {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (int contender = 0; contender < contenders; contender++) {
                boolean here = contender % 2 == 0;
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return here
                            ? get("/auth/me?ticket=" + ticket).statusCode() == 200
                            : redeem(ticket, "/auth/me").<Boolean>path("active");
                }));
            }
            start.countDown();
            int winners = 0;
            for (Future<Boolean> outcome : outcomes) {
                winners += outcome.get() ? 1 : 0;
            }

            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String ticket(Tokens tokens, String path) {
        return requestTicket(tokens, Map.of("path", path))
                .then()
                .statusCode(200)
                .extract()
                .path("ticket");
    }

    private static Response requestTicket(Tokens tokens, Map<String, ?> body) {
        return Signet.bearer(tokens.access())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/auth/tickets");
    }

    private static Response redeem(String ticket, String path) {
        return redeem(Map.of("ticket", ticket, "path", path));
    }

    private static Response redeem(Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post("/auth/tickets/redemptions");
    }

    // Sent over a socket without changes, because HTTP clients normalise paths.
    private static int statusOf(String target) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(line.substring(9, 12));
        }
    }

    private static Response get(String target) {
        return given().urlEncodingEnabled(false).get(target);
    }
}
