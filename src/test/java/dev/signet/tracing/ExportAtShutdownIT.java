package dev.signet.tracing;

import dev.signet.support.installation.Journey;
import dev.signet.support.installation.PackagedSignet;
import dev.signet.support.server.SpanCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The packaged artifact exports the spans that wait for the next export before it ends. */
@Journey
class ExportAtShutdownIT {

    @TempDir
    Path folder;

    @Test
    void spansOfTheLastRequestsAreExportedBeforeTheEnd() throws Exception {
        try (SpanCollector collector = SpanCollector.start()) {
            String last;
            try (PackagedSignet signet = PackagedSignet.start(
                    folder,
                    "signet.tracing.endpoint=http://localhost:" + SpanCollector.port() + SpanCollector.BASE,
                    "signet.tracing.service-name=signet-4752")) {
                last = given().get(signet.base("http").resolve("/.well-known/jwks.json"))
                        .header("X-Request-Id");
            }

            assertThat(collector.spans()).anySatisfy(span -> {
                assertThat(span.attribute("signet.request_id")).isEqualTo(last);
                assertThat(span.resource()).containsEntry("service.name", "signet-4752");
            });
        }
    }
}
