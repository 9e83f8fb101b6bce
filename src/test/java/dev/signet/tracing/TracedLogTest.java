package dev.signet.tracing;

import dev.signet.support.server.SpanCollector;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The lines of the log have the ids of the span of their request. */
@QuarkusTest
@TestProfile(TracedInstallation.class)
class TracedLogTest {

    @Test
    void logLineOfRejectedRequestHasTheIdsOfItsSpan() throws Exception {
        Recorder recorder = new Recorder();
        Logger.getLogger("").addHandler(recorder);
        try (SpanCollector collector = SpanCollector.start()) {
            String id = given().get("/auth/me").then().statusCode(401).extract().header("X-Request-Id");

            SpanCollector.ReceivedSpan request =
                    collector.next("request " + id, span -> id.equals(span.attribute("signet.request_id")));

            assertThat(recorder.lines).anySatisfy(line -> {
                assertThat(line.getMdc("requestId")).isEqualTo(id);
                assertThat(line.getMdc("traceId")).isEqualTo(request.traceId());
                assertThat(line.getMdc("spanId")).isEqualTo(request.id());
            });
        } finally {
            Logger.getLogger("").removeHandler(recorder);
        }
    }

    private static final class Recorder extends ExtHandler {

        private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void doPublish(ExtLogRecord entry) {
            entry.copyMdc();
            lines.add(entry);
        }
    }
}
