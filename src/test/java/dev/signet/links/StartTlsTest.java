package dev.signet.links;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.installation.Journey;
import dev.signet.support.mail.SmtpSink;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;

/** A mail server without TLS receives no link, unless an operator allows it. */
@QuarkusTest
@TestProfile(StartTlsTest.DefaultTls.class)
class StartTlsTest {

    /** The values of application.properties, which the test installation overrides. */
    public static final class DefaultTls implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.mailer.start-tls", "REQUIRED");
        }
    }

    @Test
    @Journey
    void serverWithoutTlsReceivesNoLink() {
        try (SmtpSink sink = SmtpSink.start()) {
            MailUser mailUser = MailUser.create();
            mailUser.requestLink("password-reset").then().statusCode(202);

            await().untilAsserted(() ->
                    assertThat(sink.greeted()).as("tried, and tried again").isGreaterThanOrEqualTo(2));
            assertThat(sink.to(mailUser.email())).isEmpty();
        }
    }
}
