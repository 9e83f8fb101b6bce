package dev.signet.web.http;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.mail.SmtpSink;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import static dev.signet.support.Polling.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The log line of a rejected request: its id and the private reason, and no text that the client chose. */
@QuarkusTest
class RejectionLogTest {

    private final Recorder recorder = new Recorder();
    private final Browser browser = new Browser();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(recorder);
    }

    @Test
    void rejectedRequestIsLoggedOnceWithIdAndReason() {
        Response rejected = Signet.loginRequest("nobody-here", "wrong password").send();

        assertThat(rejected.statusCode()).isEqualTo(401);
        assertThat(linesOf(rejected))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("POST /auth/login rejected with status 401: invalid_credentials: ")
                        .doesNotContain("wrong password"));
    }

    @Test
    void rejectionOnTheEventLoopHasTheRequestId() {
        Response rejected =
                given().header("Authorization", "Bearer not-a-token").get("/auth/me");

        assertThat(linesOf(rejected))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("GET /auth/me rejected with status 401: invalid_token: ")
                        .doesNotContain("null"));
    }

    @Test
    void pathAndMethodOfTheClientAreNotLogged() {
        Response unknown = given().urlEncodingEnabled(false).get("/no/such/path%0d%0aFORGED");
        Response method = given().request("FORGED", "/auth/login");

        assertThat(linesOf(unknown))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("GET (unknown path) rejected with status 404")
                        .doesNotContain("FORGED"));
        assertThat(linesOf(method))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("OTHER ").doesNotContain("FORGED"));
    }

    @Test
    void linkTokenIsNotLogged() {
        Response rejected = given().contentType(ContentType.JSON).body(Map.of()).post("/links/sgl_secret-of-a-link");

        assertThat(linesOf(rejected))
                .singleElement()
                .satisfies(line -> assertThat(line).doesNotContain("secret-of-a-link"));
    }

    @Test
    void errorByRedirectIsLoggedOnceWithCodeAndReason() {
        App app = App.trusted();

        assertThat(linesOf(app.start(browser, "prompt", "none")))
                .containsExactly(
                        "GET /oauth2/authorize rejected by a redirect: login_required: prompt=none does not allow pages");
        assertThat(linesOf(app.start(browser, "prompt", "none", "response_mode", "form_post")))
                .containsExactly(
                        "GET /oauth2/authorize rejected on a page: login_required: prompt=none does not allow pages");
        assertThat(linesOf(app.start(browser, "scope", "")))
                .containsExactly("GET /oauth2/authorize rejected by a redirect: invalid_scope: scope is missing");
    }

    @Test
    void errorAfterPageIsLoggedOnceWithCodeAndReason() {
        App app = App.trusted();
        String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"aal2\"}}}";

        assertThat(linesOf(browser.submit(app.start(browser), "action", "cancel")))
                .containsExactly("POST /oauth2/authorize/sign-in rejected by a redirect: access_denied:"
                        + " the user denied the request");
        assertThat(linesOf(browser.signIn(
                        app.start(browser, "claims", claims),
                        Signet.createUser().username(),
                        Signet.PASSWORD)))
                .containsExactly("POST /oauth2/authorize/sign-in rejected by a redirect:"
                        + " unmet_authentication_requirements: the essential claim acr cannot be met");
    }

    @Test
    void errorOnPageIsLoggedWithoutStatusOfSuccess() {
        String username = SecondFactor.enrolled().user().username();

        assertThat(linesOf(browser.signIn(App.trusted().start(browser), username, Signet.PASSWORD)))
                .containsExactly(
                        "POST /oauth2/authorize/sign-in rejected on a page: otp_required: the second factor is missing");
        assertThat(linesOf(browser.signIn(App.trusted().start(browser), username, "wrong password")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("POST /oauth2/authorize/sign-in rejected with status 400: invalid_credentials: "));
    }

    @Test
    void unknownDeviceCodeIsLoggedWithItsReason() {
        Shown code = browser.signIn(
                browser.open("/device", Map.of()), Signet.createUser().username(), Signet.PASSWORD);

        assertThat(linesOf(browser.submit(code, "user_code", "BCDF-GHJK")))
                .containsExactly("POST /device/code rejected with status 400: invalid_grant:"
                        + " the user_code is unknown or expired");
    }

    @Test
    void wrongPasswordOnLinkPageIsLoggedWithItsReason() {
        MailUser mailUser = MailUser.create();
        String next = "next-" + mailUser.email();
        String token;
        try (SmtpSink sink = SmtpSink.start()) {
            Map<String, String> change = Map.of("email", next, "password", Signet.PASSWORD);
            SecondFactor.post(mailUser.user().login(), "/auth/email", change)
                    .then()
                    .statusCode(202);
            token = sink.mail(next).token();
        }
        Shown page = browser.open("/links/" + token, Map.of());

        assertThat(linesOf(browser.submit(page, "password", "wrong password")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(" rejected with status 400: invalid_credentials: ")
                        .doesNotContain(token, "wrong password"));
    }

    @Test
    void grantedRequestIsNotLogged() {
        assertThat(given().get("/.well-known/jwks.json").statusCode()).isEqualTo(200);
        assertThat(recorder.entries).noneMatch(entry -> entry.getLoggerName().endsWith("RejectionLog"));
    }

    @Test
    void loggedReasonIsOneShortLine() {
        assertThat(RejectionLog.oneLine("first\r\n2026-11-30 ERROR forged\u2028\u0085\u001b[31m"))
                .isEqualTo("first 2026-11-30 ERROR forged [31m");
        assertThat(RejectionLog.oneLine("x".repeat(1_000))).hasSize(300);
    }

    private List<String> linesOf(Shown shown) {
        return linesOf(shown.response());
    }

    private List<String> linesOf(Response response) {
        String id = response.header("X-Request-Id");
        await().until(() -> !lines(id).isEmpty());
        return lines(id);
    }

    private List<String> lines(String id) {
        return recorder.entries.stream()
                .filter(entry -> entry.getLoggerName().endsWith("RejectionLog"))
                .filter(entry -> id.equals(entry.getMdc("requestId")))
                .map(new PatternFormatter("%s")::format)
                .toList();
    }

    private static final class Recorder extends Handler {

        private final Queue<ExtLogRecord> entries = new ConcurrentLinkedQueue<>();

        Recorder() {
            setLevel(Level.INFO);
        }

        @Override
        public void publish(LogRecord entry) {
            ExtLogRecord extended = ExtLogRecord.wrap(entry);
            extended.copyMdc();
            entries.add(extended);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
