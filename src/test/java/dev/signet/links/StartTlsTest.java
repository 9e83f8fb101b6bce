package dev.signet.links;

import dev.signet.support.Journey;
import dev.signet.support.Mailed;
import dev.signet.support.SmtpSink;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A link goes to no server that does not speak TLS, unless an operator says it may. */
@QuarkusTest
@TestProfile(StartTlsTest.AsByDefault.class)
class StartTlsTest {

    /** What stands in application.properties, and this test's installation changes. */
    public static final class AsByDefault implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.mailer.start-tls", "REQUIRED");
        }
    }

    @Test
    @Journey
    void serverWithoutTlsIsGivenNoLink() throws Exception {
        try (SmtpSink sink = SmtpSink.start()) {
            Mailed mailed = Mailed.somebody();
            mailed.ask("password-reset").then().statusCode(202);
            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            while (sink.greeted() < 2 && Instant.now().isBefore(end)) {
                Thread.sleep(100);
            }

            assertThat(sink.greeted()).as("tried, and tried again").isGreaterThanOrEqualTo(2);
            assertThat(sink.to(mailed.address())).isEmpty();
        }
    }
}
