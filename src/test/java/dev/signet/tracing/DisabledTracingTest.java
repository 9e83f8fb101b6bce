package dev.signet.tracing;

import dev.signet.support.accounts.Signet;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** An installation without an endpoint has neither spans nor a thread that exports them. */
@QuarkusTest
class DisabledTracingTest {

    @Inject
    Tracing tracing;

    @Test
    void withoutEndpointThereAreNoSpansAndNoExportThread() {
        Signet.createUser().login();
        given().get("/.well-known/jwks.json").then().statusCode(200);

        // A thread that begins with the first request would run now.
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("BatchSpanProcessor"));
        assertThat(tracing.isEnabled()).isFalse();
        assertThat(tracing.startRequest("GET", null)).isSameAs(ActiveSpan.NONE);
        assertThat(tracing.startOperation("grant")).isSameAs(ActiveSpan.NONE);
        assertThat(tracing.startCall("webhook")).isSameAs(ActiveSpan.NONE);
    }
}
