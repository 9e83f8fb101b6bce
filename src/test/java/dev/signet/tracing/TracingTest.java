package dev.signet.tracing;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.mail.SmtpSink;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.server.ClientServer;
import dev.signet.support.server.ClientServer.Received;
import dev.signet.support.server.SpanCollector;
import dev.signet.support.server.SpanCollector.ReceivedSpan;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static dev.signet.support.oauth.OAuth.deviceRequest;
import static dev.signet.support.oauth.OAuth.introspectionRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Spans that a collector receives from a running installation. */
@QuarkusTest
@TestProfile(TracedInstallation.class)
class TracingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACE_PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    private SpanCollector collector;

    @BeforeEach
    void startCollector() throws IOException {
        collector = SpanCollector.start();
    }

    @AfterEach
    void stopCollector() {
        collector.close();
    }

    @Test
    @Journey
    void journeyExportsNoSecretAndNoPersonalData() throws Exception {
        List<String> canaries = new ArrayList<>(List.of(Signet.PASSWORD, TestInstallation.ADMIN_PASSWORD));
        canaries.addAll(loginJourney());
        canaries.addAll(codeJourney());
        canaries.addAll(machineJourney());
        canaries.addAll(deviceJourney());
        canaries.addAll(linkJourney());
        canaries.addAll(webhookJourney());
        canaries.addAll(List.of("127.0.0.1", "Apache-HttpClient"));
        String last = given().get("/.well-known/jwks.json").header("X-Request-Id");

        collector.next("last request", span -> last.equals(span.attribute("signet.request_id")));
        for (String grant : List.of("authorization_code", "refresh_token", "client_credentials", "device_code")) {
            assertGrant(collector.next("grant " + grant), grant);
        }
        collector.next("webhook");
        collector.next("mail");

        Set<String> allowed =
                Arrays.stream(SpanAttribute.values()).map(SpanAttribute::key).collect(Collectors.toSet());
        assertThat(collector.spans())
                .allSatisfy(span ->
                        assertThat(allowed).containsAll(span.attributes().keySet()));
        String exported = collector.text();
        assertThat(exported).as("the text contains values").contains("/oauth2/token", "/links/{token}");
        for (String canary : canaries) {
            assertThat(exported).doesNotContain(canary);
            assertThat(exported).doesNotContain(URLEncoder.encode(canary, StandardCharsets.UTF_8));
        }
    }

    private void assertGrant(ReceivedSpan grant, String type) {
        assertThat(grant.kind()).isEqualTo("INTERNAL");
        assertThat(grant.attribute("signet.grant")).isEqualTo(type);
        assertThat(grant.attribute("signet.client_type")).isIn("public", "confidential");
        assertThat(grant.attribute("signet.algorithm")).isEqualTo("RS256");
        ReceivedSpan request =
                collector.next("parent of " + type, span -> span.id().equals(grant.parentId()));
        assertThat(request.traceId()).isEqualTo(grant.traceId());
        assertThat(request.name()).isEqualTo("POST /oauth2/token");
        assertThat(request.kind()).isEqualTo("SERVER");
    }

    private static List<String> loginJourney() {
        TestUser user = Signet.createUser();
        Tokens first = user.login();
        Tokens second = Signet.tokens(Signet.refresh(first.refresh()));
        Signet.me(second.access()).then().statusCode(200);
        Signet.verify(second.access());
        Signet.loginRequest(user.username(), "a wrong passphrase 4731").send();
        given().auth().preemptive().basic(user.username(), "wrong 4732").post("/auth/login");
        given().get("/auth/me?ticket=ticket-4733&email=person-4734%40example.com");
        given().get("/no/such/path-4735?token=query-4736").then().statusCode(404);
        given().header("Authorization", "Bearer header-4737").get("/auth/me");
        Signet.refresh("sgr_refresh-4749").then().statusCode(401);
        return List.of(
                user.username(),
                user.id(),
                first.access(),
                first.refresh(),
                second.access(),
                second.refresh(),
                signature(second.access()),
                "passphrase 4731",
                "wrong 4732",
                "ticket-4733",
                "person-4734",
                "path-4735",
                "query-4736",
                "header-4737",
                "refresh-4749");
    }

    private static List<String> codeJourney() {
        App app = App.registered();
        TestUser user = Signet.createUser();
        Map<String, String> response = app.login(
                new Browser(), user.username(), "scope", "openid profile offline_access", "state", "state-4738");
        Response tokens = tokenRequest(app.client()).code(response.get("code")).send();
        tokens.then().statusCode(200);
        Response refreshed =
                tokenRequest(app.client()).refresh(tokens.path("refresh_token")).send();
        refreshed.then().statusCode(200);
        tokenRequest(app.client()).code("code-4739").send().then().statusCode(400);
        introspectionRequest(app.client(), refreshed.path("access_token")).send();
        return List.of(
                user.username(),
                app.client().id(),
                app.client().secret(),
                "state-4738",
                "code-4739",
                response.get("code"),
                App.VERIFIER,
                App.CHALLENGE,
                tokens.path("access_token"),
                tokens.path("refresh_token"),
                tokens.path("id_token"),
                refreshed.path("refresh_token"),
                signature(refreshed.path("access_token")));
    }

    private static List<String> machineJourney() {
        TestClient machine = OAuth.machine("read-4740");
        String token = tokenRequest(machine).clientCredentials().accessToken();
        tokenRequest(new TestClient(machine.id(), "secret-4741"))
                .clientCredentials()
                .send()
                .then()
                .statusCode(401);
        introspectionRequest(machine, token).send().then().statusCode(200);
        return List.of(
                machine.id(),
                machine.secret(),
                machine.basic().substring("Basic ".length()),
                token,
                signature(token),
                "read-4740",
                "secret-4741");
    }

    private static List<String> deviceJourney() {
        TestClient television = TestClient.register(Map.of(
                "client_name",
                "Television 4742",
                "grant_types",
                List.of(OAuth.DEVICE_CODE),
                "scope",
                "openid profile",
                "token_endpoint_auth_method",
                "none"));
        TestUser user = Signet.createUser();
        Response codes = deviceRequest(television, "openid profile").send();
        Browser browser = new Browser();
        Shown code = browser.signIn(
                browser.open("/device", Map.of("user_code", codes.path("user_code"))),
                user.username(),
                Signet.PASSWORD);
        browser.submit(browser.submit(code), "action", "allow");
        String token =
                tokenRequest(television).deviceCode(codes.path("device_code")).accessToken();
        return List.of(user.username(), "Television 4742", codes.path("device_code"), codes.path("user_code"), token);
    }

    private static List<String> linkJourney() {
        try (SmtpSink sink = SmtpSink.start()) {
            MailUser user = MailUser.create();
            String token = user.token(sink, "sign-in");
            given().get("/links/" + token).then().statusCode(200);
            MailUser.use(token, Map.of()).then().statusCode(200);
            MailUser.use(token, Map.of()).then().statusCode(410);
            return List.of(user.username(), user.email(), token);
        }
    }

    private List<String> webhookJourney() throws Exception {
        try (ClientServer server = ClientServer.start()) {
            server.respondWith("/hook-4743", 202, "");
            String id = Signet.adminRequest()
                    .body(Map.of(
                            "url",
                            server.url("/hook-4743") + "?key=hook-secret-4744",
                            "event_types",
                            List.of("account.created")))
                    .post("/admin/webhooks")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            Signet.createUser();
            Received received = server.next("/hook-4743");
            Signet.adminRequest().delete("/admin/webhooks/" + id);

            ReceivedSpan call = collector.next("webhook");
            assertThat(received.traceParent()).isEqualTo("00-" + call.traceId() + "-" + call.id() + "-01");
            assertThat(call.kind()).isEqualTo("CLIENT");
            assertThat(call.attributes())
                    .containsOnly(
                            Map.entry("signet.purpose", "webhook"),
                            Map.entry("http.request.method", "POST"),
                            Map.entry("http.response.status_code", "202"),
                            Map.entry("server.address", "localhost"),
                            Map.entry("server.port", Integer.toString(ClientServer.port())));
            return List.of("hook-4743", "hook-secret-4744", received.body(), id);
        }
    }

    @Test
    void traceOfCallerIsLinkedAndNotContinued() {
        String id = given().header("traceparent", TRACE_PARENT)
                .header("tracestate", "vendor=state-4746")
                .header("baggage", "user=baggage-4747")
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .header("X-Request-Id");

        ReceivedSpan request = collector.next("request " + id, span -> id.equals(span.attribute("signet.request_id")));

        assertThat(request.name()).isEqualTo("GET /.well-known/jwks.json");
        assertThat(request.traceId()).isNotEqualTo(TRACE);
        assertThat(request.parentId()).isEmpty();
        assertThat(request.linkedTraces()).containsExactly(TRACE);
        assertThat(collector.text()).doesNotContain("state-4746", "baggage-4747");
    }

    @Test
    void severalTraceParentsAreIgnored() {
        String id = given().header("traceparent", TRACE_PARENT, TRACE_PARENT.replace('b', 'c'))
                .get("/.well-known/jwks.json")
                .header("X-Request-Id");

        ReceivedSpan request = collector.next("request " + id, span -> id.equals(span.attribute("signet.request_id")));

        assertThat(request.linkedTraces()).isEmpty();
    }

    @Test
    void failedGrantNamesTheErrorCode() {
        TestClient machine = OAuth.machine("read");

        String id = tokenRequest(machine)
                .clientCredentials()
                .scope("unknown")
                .send()
                .then()
                .statusCode(400)
                .extract()
                .header("X-Request-Id");

        ReceivedSpan request = collector.next("request " + id, span -> id.equals(span.attribute("signet.request_id")));
        ReceivedSpan grant =
                collector.next("grant of " + id, span -> span.parentId().equals(request.id()));
        assertThat(grant.failed())
                .as("a rejected grant is not an error of the server")
                .isFalse();
        assertThat(grant.attribute("error.type")).isEqualTo("invalid_scope");
        assertThat(request.attribute("error.type")).isEqualTo("invalid_scope");
        assertThat(request.attribute("http.response.status_code")).isEqualTo("400");
        assertThat(request.failed())
                .as("a status of 4xx is not an error of the server")
                .isFalse();
    }

    @Test
    void unknownPathIsNotExported() {
        String id =
                given().get("/unknown-4748").then().statusCode(404).extract().header("X-Request-Id");

        ReceivedSpan request = collector.next("request " + id, span -> id.equals(span.attribute("signet.request_id")));

        assertThat(request.name()).isEqualTo("GET");
        assertThat(request.attributes()).doesNotContainKey("http.route");
        assertThat(collector.text()).doesNotContain("4748");
    }

    @Test
    void spansNameTheServiceAndHaveTheHeadersOfTheCollector() {
        given().get("/.well-known/jwks.json");

        ReceivedSpan request = collector.next("GET /.well-known/jwks.json");

        assertThat(request.resource())
                .containsEntry("service.name", "signet")
                .containsKey("service.instance.id")
                .hasEntrySatisfying(
                        "service.version", version -> assertThat(version).matches("\\d+\\..+"));
        assertThat(collector.headers())
                .anySatisfy(header ->
                        assertThat(header).isEqualToIgnoringCase("x-api-key: " + TracedInstallation.COLLECTOR_KEY))
                .anySatisfy(header -> assertThat(header).isEqualToIgnoringCase("content-type: application/x-protobuf"));
    }

    private static String signature(String jwt) {
        return jwt.substring(jwt.lastIndexOf('.') + 1);
    }
}
