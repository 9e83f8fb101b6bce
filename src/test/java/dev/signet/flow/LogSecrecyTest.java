package dev.signet.flow;

import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Authenticator;
import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.mail.SmtpSink;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.server.ClientServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Complete flow with successes and failures at the most detailed log level: the log contains none of its secrets. */
@QuarkusTest
@OnBothStacks
class LogSecrecyTest {

    private final Recorder recorder = new Recorder();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(recorder);
        Logger.getLogger("dev.signet").setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(recorder);
        Logger.getLogger("dev.signet").setLevel(null);
    }

    @Test
    void noSecretReachesTheLog() throws Exception {
        List<String> secrets = new ArrayList<>(List.of(Signet.PASSWORD, TestInstallation.ADMIN_PASSWORD));
        TestUser user = Signet.createUser();
        Tokens first = user.login();
        Tokens second = Signet.tokens(Signet.refresh(first.refresh()));
        Tokens third = Signet.tokens(Signet.refresh(second.refresh()));
        Signet.me(third.access());
        Signet.verify(third.access());
        Signet.loginRequest(user.username(), "a wrong passphrase 4711").send();
        given().auth()
                .preemptive()
                .basic(user.username(), "a wrong passphrase 4712")
                .post("/auth/login");
        Signet.me(first.access().substring(0, first.access().length() - 5) + "AAAAA");
        Signet.bearer(third.access())
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", Signet.PASSWORD, "new_password", "the next passphrase 4713"))
                .post("/auth/password")
                .then()
                .statusCode(204);
        given().contentType(ContentType.JSON)
                .body("{\"username\":\"x\",\"password\":\"a broken body 4714")
                .post("/auth/login")
                .then()
                .statusCode(400);
        Signet.refresh(first.refresh()).then().statusCode(401);
        secrets.addAll(secondFactorJourney());
        secrets.addAll(clientJourney());
        secrets.addAll(apiKeyJourney());
        secrets.addAll(ticketJourney());
        secrets.addAll(linkJourney());
        secrets.addAll(webhookJourney());
        Signet.bearer(Signet.admin().access()).get("/admin/keys").then().statusCode(200);
        for (Tokens tokens : List.of(first, second, third)) {
            secrets.add(tokens.refresh());
            secrets.add(tokens.access());
            secrets.add(tokens.access().substring(tokens.access().lastIndexOf('.') + 1));
        }
        secrets.addAll(List.of("passphrase 4711", "passphrase 4712", "passphrase 4713", "broken body 4714"));

        String log = recorder.text();

        assertThat(log).as("the recorder hears Signet").contains("invalid_credentials");
        for (String secret : secrets) {
            assertThat(log).doesNotContain(secret);
        }
    }

    private static List<String> ticketJourney() {
        Tokens session = Signet.createUser().login();
        List<String> tickets = new ArrayList<>();
        for (String path : List.of("/auth/me", "/auth/me", "/chat")) {
            tickets.add(Signet.bearer(session.access())
                    .contentType(ContentType.JSON)
                    .body(Map.of("path", path))
                    .post("/auth/tickets")
                    .path("ticket"));
        }
        given().get("/auth/me?ticket=" + tickets.get(0)).then().statusCode(200);
        given().get("/auth/me?ticket=" + tickets.get(0)).then().statusCode(401);
        given().get("/auth/sessions?ticket=" + tickets.get(1)).then().statusCode(401);
        given().get("/no/such/path?ticket=" + tickets.get(1)).then().statusCode(404);
        given().contentType(ContentType.JSON)
                .body(Map.of("ticket", tickets.get(2), "path", "/chat"))
                .post("/auth/tickets/redemptions")
                .then()
                .statusCode(200);
        return tickets;
    }

    private static List<String> linkJourney() {
        try (SmtpSink sink = SmtpSink.start()) {
            MailUser mailUser = MailUser.create();
            String used = mailUser.token(sink, "sign-in");
            String unused = mailUser.token(sink, "password-reset");
            MailUser.use(used, Map.of()).then().statusCode(200);
            MailUser.use(used, Map.of()).then().statusCode(410);
            MailUser.use(unused, Map.of("new_password", "4715")).then().statusCode(400);
            String reset = mailUser.token(sink, "password-reset");
            given().get("/links/" + reset).then().statusCode(200);
            MailUser.use(reset, Map.of("new_password", "a link passphrase 4716"))
                    .then()
                    .statusCode(204);
            return List.of(used, unused, reset, "passphrase 4716");
        }
    }

    // One receiver accepts events and one fails: URLs may contain a secret of the receiver.
    private static List<String> webhookJourney() throws Exception {
        try (ClientServer server = ClientServer.start()) {
            server.respondWith("/hook-4716", 202, "").respondWith("/hook-4717", 503, "");
            List<String> ids = new ArrayList<>();
            for (String path : List.of("/hook-4716", "/hook-4717")) {
                ids.add(Signet.adminRequest()
                        .body(Map.of(
                                "url",
                                server.url(path) + "?key=hook-secret-4718",
                                "event_types",
                                List.of("account.created")))
                        .post("/admin/webhooks")
                        .path("id"));
            }
            Signet.createUser();
            String received = server.next("/hook-4716").body();
            ids.forEach(id -> Signet.adminRequest().delete("/admin/webhooks/" + id));
            return List.of(
                    "hook-4716",
                    "hook-4717",
                    "hook-secret-4718",
                    received,
                    received.substring(received.lastIndexOf('.') + 1));
        }
    }

    // Codes of six digits are omitted, because they may occur in a time by chance.
    private static List<String> secondFactorJourney() {
        TestUser user = Signet.createUser();
        Tokens session = user.login();
        Response enrolment = SecondFactor.post(session, "/auth/factors/totp", SecondFactor.credentials());
        String secret = enrolment.path("secret");
        Authenticator authenticator = new Authenticator(secret);
        List<String> recoveryCodes = SecondFactor.post(
                        session, "/auth/factors/totp/confirmation", Map.of("otp", authenticator.next()))
                .path("recovery_codes");
        String mfaToken =
                user.loginRequest().send().then().statusCode(401).extract().path("mfa_token");
        SecondFactor.finish(mfaToken, authenticator.wrong()).then().statusCode(401);
        SecondFactor.finish(mfaToken, "recovery_code", recoveryCodes.get(0))
                .then()
                .statusCode(200);
        SecondFactor.finish(mfaToken, "recovery_code", recoveryCodes.get(1))
                .then()
                .statusCode(401);
        SecondFactor.finish("sgm_broken-passphrase", "recovery_code", "ABCD-EFGH-IJK1")
                .then()
                .statusCode(400);
        List<String> secrets = new ArrayList<>(recoveryCodes);
        recoveryCodes.forEach(code -> secrets.add(code.replace("-", "")));
        secrets.addAll(List.of(secret, mfaToken, "broken-passphrase", "ABCD-EFGH-IJK1"));
        return secrets;
    }

    private static List<String> clientJourney() {
        String initial =
                Signet.adminRequest().post("/admin/registration-tokens").path("registration_token");
        Response registered = register(initial);
        String id = registered.path("client_id");
        String registration = registered.path("registration_access_token");
        Response replaced = Signet.bearer(registration)
                .contentType(ContentType.JSON)
                .body(Map.of("client_id", id, "redirect_uris", List.of("https://notes.example/new")))
                .put("/oauth2/register/{id}", id);
        replaced.then().statusCode(200);
        register(initial).then().statusCode(401);
        TestClient machine = OAuth.machine("read");
        Response rotated = Signet.adminRequest().post("/admin/clients/" + machine.id() + "/secrets");
        rotated.then().statusCode(201);
        String access = tokenRequest(machine).clientCredentials().accessToken();
        tokenRequest(new TestClient(machine.id(), "sgc_wrong-secret-4715"))
                .clientCredentials()
                .send()
                .then()
                .statusCode(401);
        tokenRequest(new TestClient(machine.id(), null))
                .clientCredentials()
                .with("client_secret", "sgc_wrong-method-4716")
                .send()
                .then()
                .statusCode(401);
        Signet.bearer("sgd_wrong-registration-4717")
                .get("/oauth2/register/{id}", id)
                .then()
                .statusCode(401);
        return List.of(
                initial,
                registration,
                replaced.path("registration_access_token"),
                registered.path("client_secret"),
                machine.secret(),
                machine.basic().substring("Basic ".length()),
                rotated.path("client_secret"),
                access,
                access.substring(access.lastIndexOf('.') + 1),
                "wrong-secret-4715",
                "wrong-method-4716",
                "wrong-registration-4717");
    }

    private static Response register(String initialToken) {
        return Signet.bearer(initialToken)
                .contentType(ContentType.JSON)
                .body("{\"redirect_uris\": [\"https://notes.example/cb\"]}")
                .post("/oauth2/register");
    }

    private static List<String> apiKeyJourney() {
        Tokens session = Signet.createUser().login();
        ApiKey key = ApiKey.of(session, Map.of());
        ApiKey next = key.rotated(session, Map.of());
        key.me().then().statusCode(200);
        Signet.verify(next.value()).then().statusCode(200);
        Signet.me(key.value().substring(0, 50) + "abc").then().statusCode(401);
        Signet.bearer(session.access()).delete(ApiKey.PATH + "/" + key.id());
        next.me().then().statusCode(401);
        return List.of(key.value(), next.value(), key.value().substring(10, 50));
    }

    private static final class Recorder extends Handler {

        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            lines.add(formatter.format(entry));
        }

        String text() {
            return String.join("\n", lines);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
