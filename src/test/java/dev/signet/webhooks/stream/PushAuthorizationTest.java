package dev.signet.webhooks.stream;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.server.ClientServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** The authorization header of a push stream (Shared Signals Framework 1.0 §6.1.1) and subjects by e-mail address. */
@QuarkusTest
@OnBothStacks
class PushAuthorizationTest {

    private static final String DISABLED = "https://schemas.openid.net/secevent/risc/event-type/account-disabled";
    private static final String HEADER = "Bearer a-shared-secret-of-the-receiver";

    @Inject
    DataSource database;

    private final String path = "/push-" + UUID.randomUUID();
    private ClientServer server;
    private String token;
    private String stream;

    @BeforeEach
    void begin() throws Exception {
        server = ClientServer.start().respondWith(path, 202, "").respondWith(path + "/other", 202, "");
        TestClient client = OAuth.machine("ssf.manage");
        token = tokenRequest(client).clientCredentials().scope("ssf.manage").accessToken();
        Response created = call().body(Map.of(
                        "delivery",
                        Map.of(
                                "method",
                                "urn:ietf:rfc:8935",
                                "endpoint_url",
                                server.url(path),
                                "authorization_header",
                                HEADER),
                        "events_requested",
                        List.of(DISABLED)))
                .post("/ssf/streams");
        created.then().statusCode(201).body(not(containsString("a-shared-secret")));
        stream = created.path("stream_id");
    }

    @AfterEach
    void end() {
        call().delete("/ssf/streams?stream_id=" + stream);
        server.close();
    }

    @Test
    void authorizationHeaderIsSentAndNeverReturned() throws Exception {
        disable(Signet.createUser());

        assertThat(server.next(path).authorization()).isEqualTo(HEADER);
        call().get("/ssf/streams?stream_id=" + stream)
                .then()
                .statusCode(200)
                .body(not(containsString("a-shared-secret")));
        call().get("/ssf/streams").then().statusCode(200).body(not(containsString("a-shared-secret")));
        byte[] sealed = sealed();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void authorizationHeaderIsKeptForItsUrlOnly() throws Exception {
        patch(Map.of("stream_id", stream, "description", "changed"));
        patch(Map.of("stream_id", stream, "delivery", delivery(server.url(path))));
        disable(Signet.createUser());
        assertThat(server.next(path).authorization()).isEqualTo(HEADER);

        patch(Map.of("stream_id", stream, "delivery", delivery(server.url(path + "/other"))));
        disable(Signet.createUser());
        assertThat(server.next(path + "/other").authorization()).isEqualTo("null");
        assertThat(sealed()).isNull();
    }

    @Test
    void subjectIsNamedByItsVerifiedEmailAddress() {
        TestUser known = withEmail("known-" + UUID.randomUUID() + "@example.com", true);
        TestUser unverified = withEmail("open-" + UUID.randomUUID() + "@example.com", false);
        String email = email(known);

        subject("remove", Map.of("format", "email", "email", email.toUpperCase(java.util.Locale.ROOT)), 204);
        subject("remove", Map.of("format", "email", "email", email(unverified)), 204);
        subject("remove", Map.of("format", "email", "email", "nobody-" + UUID.randomUUID() + "@example.com"), 204);
        disable(known);
        disable(unverified);

        assertThat(server.next(path).body())
                .satisfies(set -> assertThat(OAuth.claims(set).at("/sub_id/sub").textValue())
                        .isEqualTo(unverified.id()));
        subject("add", Map.of("format", "email", "email", email), 200);
        for (Map<String, String> wrong : List.of(
                Map.of("format", "email"),
                Map.of("format", "email", "email", ""),
                Map.of("format", "email", "email", email, "sub", known.id()))) {
            subject("remove", wrong, 400);
        }
    }

    private void subject(String verb, Map<String, String> subject, int status) {
        call().body(Map.of("stream_id", stream, "subject", subject))
                .post("/ssf/subjects/" + verb)
                .then()
                .statusCode(status);
    }

    private static TestUser withEmail(String email, boolean verified) {
        TestUser user = Signet.createUser();
        Signet.adminRequest()
                .body(Map.of("email", email, "email_verified", verified))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);
        return user;
    }

    private static String email(TestUser user) {
        return Signet.adminRequest().get("/admin/accounts/" + user.id()).path("email");
    }

    private static Map<String, String> delivery(String url) {
        return Map.of("method", "urn:ietf:rfc:8935", "endpoint_url", url);
    }

    private void patch(Map<String, ?> change) {
        call().body(change).patch("/ssf/streams").then().statusCode(200).body("stream_id", equalTo(stream));
    }

    private static void disable(TestUser user) {
        Signet.adminRequest()
                .body(Map.of("enabled", false))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);
    }

    private RequestSpecification call() {
        return Signet.bearer(token).contentType(ContentType.JSON);
    }

    private byte[] sealed() throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select sealed_authorization from event_receiver where id = ?")) {
            query.setObject(1, UUID.fromString(stream));
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getBytes(1);
            }
        }
    }
}
