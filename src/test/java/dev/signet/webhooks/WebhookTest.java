package dev.signet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.server.ClientServer.Received;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Delivery to webhooks: events as tokens that the published keys verify, retries and failures. */
@QuarkusTest
class WebhookTest extends WebhookFixture {

    private static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";
    private static final String CAEP = "https://schemas.openid.net/secevent/caep/event-type/";
    private static final String OWN = "https://signet.dev/docs/events#";

    @Test
    @Journey
    void eventIsSignedWithTheKeysOfTheJwkSet() throws Exception {
        TestUser user = Signet.createUser();
        Hook hook = hook(202, "account.disabled");

        setEnabled(user, false);

        Received received = hook.received();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.contentType()).isEqualTo("application/secevent+jwt");
        SecurityEventToken token = SecurityEventToken.verified(received.body(), hook.url());
        assertThat(OAuth.header(received.body()).get("typ").textValue()).isEqualTo("secevent+jwt");
        JsonNode subject = token.claims().get("sub_id");
        assertThat(subject.get("format").textValue()).isEqualTo("iss_sub");
        assertThat(subject.get("iss").textValue()).isEqualTo(TestInstallation.ISSUER);
        assertThat(subject.get("sub").textValue()).isEqualTo(user.id());
        assertThat(token.claims().get("txn").textValue()).isNotBlank();
        assertThat(token.claims().has("sub")).isFalse();
        assertThat(token.claims().has("exp")).isFalse();
        assertThat(token.event(RISC + "account-disabled").isObject()).isTrue();
        assertThat(token.event(OWN + "account.disabled").get("subject").textValue())
                .isEqualTo(user.id());
        Map<String, Object> delivery = hook.delivery("delivered");
        assertThat(delivery)
                .containsEntry("http_status", 202)
                .containsEntry("attempts", 1)
                .containsEntry("jti", token.jti())
                .containsEntry("event_type", "account.disabled");
        assertThat((Integer) delivery.get("latency_ms")).isNotNegative();
    }

    @Test
    void endedSessionIsACaepEventWithSessionAndUser() throws Exception {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();
        Hook hook = hook(200, "session.ended");

        Signet.bearer(tokens.access()).post("/auth/logout").then().statusCode(204);

        SecurityEventToken token = hook.nextToken();
        JsonNode subject = token.claims().get("sub_id");
        assertThat(subject.get("format").textValue()).isEqualTo("complex");
        assertThat(subject.at("/session/id").textValue())
                .isEqualTo(OAuth.claims(tokens.access()).get("sid").textValue());
        assertThat(subject.at("/user/sub").textValue()).isEqualTo(user.id());
        JsonNode event = token.event(CAEP + "session-revoked");
        assertThat(event.get("initiating_entity").textValue()).isEqualTo("user");
        assertThat(event.get("event_timestamp").isIntegralNumber()).isTrue();
    }

    @Test
    void changedPasswordIsACredentialChangeEvent() throws Exception {
        TestUser user = Signet.createUser();
        Hook hook = hook(202, "account.password_changed");

        Signet.adminRequest()
                .body(Map.of("password", "another long passphrase"))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);

        JsonNode event = hook.nextToken().event(CAEP + "credential-change");
        assertThat(event.get("credential_type").textValue()).isEqualTo("password");
        assertThat(event.get("change_type").textValue()).isEqualTo("update");
        assertThat(event.get("initiating_entity").textValue()).isEqualTo("admin");
    }

    @Test
    void eventRecordedInTheRefreshStatementIsSent() throws Exception {
        Tokens tokens = Signet.createUser().login();
        Hook hook = hook(202, "token.refreshed");

        Signet.refresh(tokens.refresh()).then().statusCode(200);

        String sid = OAuth.claims(tokens.access()).get("sid").textValue();
        SecurityEventToken token;
        do {
            token = hook.nextToken();
        } while (!token.claims().at("/sub_id/session/id").textValue().equals(sid));
        assertThat(token.claims().at("/sub_id/user/sub").textValue())
                .isEqualTo(OAuth.claims(tokens.access()).get("sub").textValue());
    }

    @Test
    void securityEventTokenIsRejectedAsOtherToken() throws Exception {
        Hook hook = hook(202, "account.created");
        Signet.createUser();

        String token = hook.received().body();

        assertThat(Signet.verify(token).<Boolean>path("active")).isFalse();
        Signet.bearer(token).get("/auth/me").then().statusCode(401);
        Signet.bearer(token).get("/oauth2/userinfo").then().statusCode(401);
        Signet.refresh(token).then().statusCode(400);
    }

    @Test
    @Journey
    void failedDeliveryIsRetriedWithTheSameId() throws Exception {
        Hook hook = hook(503, "role.created");
        createRole();

        SecurityEventToken first = hook.nextToken();
        SecurityEventToken second = hook.nextToken();
        hook.respond(200, "");
        SecurityEventToken third = hook.nextToken();

        assertThat(second.claims()).isEqualTo(first.claims());
        assertThat(third.claims()).isEqualTo(first.claims());
        assertThat((Integer) hook.delivery("delivered").get("attempts")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void rejectedDeliveryIsParkedWithoutResponseBody() throws Exception {
        Hook hook = hook(400, "role.created");
        hook.respond(400, "{\"err\":\"invalid_key\",\"description\":\"from inside 4715\"}");
        createRole();

        hook.nextToken();

        Map<String, Object> delivery = hook.delivery("parked");
        assertThat(delivery)
                .containsEntry("http_status", 400)
                .containsEntry("failure", "refused")
                .containsEntry("attempts", 1);
        assertThat(delivery.toString()).doesNotContain("invalid_key").doesNotContain("4715");
    }

    @Test
    void parkedDeliveryCanBeRepeated() throws Exception {
        Hook hook = hook(400, "role.created");
        createRole();
        SecurityEventToken rejected = hook.nextToken();
        String delivery = (String) hook.delivery("parked").get("id");
        hook.respond(202, "");

        redeliver(hook, delivery).then().statusCode(202).body("status", equalTo("pending"));

        assertThat(hook.nextToken().jti()).isEqualTo(rejected.jti());
        assertThat(hook.delivery("delivered")).containsEntry("id", delivery);
        redeliver(hook, "4711471147").then().statusCode(404);
        redeliver(hook, "x").then().statusCode(404);
        Hook other = hook(202, "role.created");
        redeliver(other, delivery).then().statusCode(404);
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        String elsewhere = "/elsewhere/" + UUID.randomUUID();
        Hook hook = hook(202, "role.created");
        server.respondWith(elsewhere, 200, "").redirect(hook.path(), elsewhere);
        createRole();

        hook.nextToken();
        hook.nextToken();

        assertThat(hook.delivery("pending")).containsEntry("http_status", 307);
        hook.respond(202, "");
        hook.delivery("delivered");
        Set<String> paths = new HashSet<>();
        for (Received left = server.poll(); left != null; left = server.poll()) {
            paths.add(left.path());
        }
        assertThat(paths).doesNotContain(elsewhere);
    }

    @Test
    @Journey
    void testSendsAVerificationEvent() throws Exception {
        Hook hook = hook(202, "role.created");

        String jti = Signet.adminRequest()
                .post("/admin/webhooks/" + hook.id() + "/tests")
                .then()
                .statusCode(202)
                .body("status", equalTo("pending"))
                .extract()
                .path("jti");

        SecurityEventToken token = hook.nextToken();
        assertThat(token.jti()).isEqualTo(jti);
        assertThat(token.claims().at("/sub_id/id").textValue()).isEqualTo(hook.id());
        assertThat(token.event("https://schemas.openid.net/secevent/ssf/event-type/verification")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void nameResolvingToInternalAddressIsNotCalled() throws Exception {
        // How this name resolves depends on the machine: to a loopback address, to no address, or not in time.
        String id = Hook.create("https://localhost.localdomain:9443/hook", "role.created")
                .path("id");
        Hook hook = new Hook(id, server, "/never");
        remember(hook);
        createRole();

        Map<String, Object> delivery = pendingWithFailure(hook);

        assertThat((String) delivery.get("failure")).isIn("address", "unresolved", "timeout");
        assertThat(delivery).doesNotContainKey("http_status");
    }

    @Test
    void inactiveWebhookReceivesNothing() throws Exception {
        Hook hook = hook(202, "role.created");
        Signet.adminRequest().body(Map.of("active", false)).patch("/admin/webhooks/" + hook.id());
        createRole();
        Signet.adminRequest().body(Map.of("active", true)).patch("/admin/webhooks/" + hook.id());
        String role = createRole();

        assertThat(hook.nextToken().claims().at("/sub_id/id").textValue()).isEqualTo(role);
    }

    private static Map<String, Object> pendingWithFailure(Hook hook) {
        return await().until(() -> hook.delivery("pending"), delivery -> delivery.containsKey("failure"));
    }

    private static io.restassured.response.Response redeliver(Hook hook, String delivery) {
        return Signet.adminRequest().post("/admin/webhooks/" + hook.id() + "/deliveries/" + delivery + "/redeliveries");
    }

    private static void setEnabled(TestUser user, boolean enabled) {
        Signet.adminRequest()
                .body(Map.of("enabled", enabled))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);
    }
}
