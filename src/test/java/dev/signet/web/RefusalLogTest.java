package dev.signet.web;

import dev.signet.support.Signet;
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

/** The log line of a refused request: its id and the private reason, and no text that the client chose. */
@QuarkusTest
class RefusalLogTest {

    private final Recorder recorder = new Recorder();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(recorder);
    }

    @Test
    void refusedRequestIsLoggedOnceWithIdAndReason() {
        Response refused = Signet.tryLogin("nobody-here", "wrong password");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(linesOf(refused))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("POST /auth/login refused with status 401: invalid_credentials: ")
                        .doesNotContain("wrong password"));
    }

    @Test
    void refusalOnTheEventLoopHasTheRequestId() {
        Response refused = given().header("Authorization", "Bearer not-a-token").get("/auth/me");

        assertThat(linesOf(refused))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).startsWith("GET /auth/me refused with status 401: invalid_token: "));
    }

    @Test
    void pathAndMethodOfTheClientAreNotLogged() {
        Response unknown = given().urlEncodingEnabled(false).get("/no/such/path%0d%0aFORGED");
        Response method = given().request("FORGED", "/auth/login");

        assertThat(linesOf(unknown))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("GET (unknown path) refused with status 404")
                        .doesNotContain("FORGED"));
        assertThat(linesOf(method))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("OTHER ").doesNotContain("FORGED"));
    }

    @Test
    void linkTokenIsNotLogged() {
        Response refused = given().contentType(ContentType.JSON).body(Map.of()).post("/links/sgl_secret-of-a-link");

        assertThat(linesOf(refused))
                .singleElement()
                .satisfies(line -> assertThat(line).doesNotContain("secret-of-a-link"));
    }

    @Test
    void grantedRequestIsNotLogged() {
        assertThat(given().get("/.well-known/jwks.json").statusCode()).isEqualTo(200);
        assertThat(recorder.entries).noneMatch(entry -> entry.getLoggerName().endsWith("RefusalLog"));
    }

    @Test
    void reasonIsOneShortLine() {
        assertThat(RefusalLog.oneLine("first\r\n2026-11-30 ERROR forged\u2028\u0085\u001b[31m"))
                .isEqualTo("first 2026-11-30 ERROR forged [31m");
        assertThat(RefusalLog.oneLine("x".repeat(1_000))).hasSize(300);
    }

    private List<String> linesOf(Response response) {
        String id = response.header("X-Request-Id");
        await().until(() -> !lines(id).isEmpty());
        return lines(id);
    }

    private List<String> lines(String id) {
        return recorder.entries.stream()
                .filter(entry -> entry.getLoggerName().endsWith("RefusalLog"))
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
