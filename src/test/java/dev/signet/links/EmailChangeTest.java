package dev.signet.links;

import dev.signet.support.Journey;
import dev.signet.support.Mailed;
import dev.signet.support.ReceivedMail;
import dev.signet.support.SecondFactor;
import dev.signet.support.Signet;
import dev.signet.support.Signet.Tokens;
import dev.signet.support.SmtpSink;
import dev.signet.support.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** A change of the own address: asked for with the password, done by a link to the new one, told to the old one. */
@QuarkusTest
class EmailChangeTest {

    private static SmtpSink sink;

    private Mailed mailed;
    private String next;

    @BeforeAll
    static void listen() {
        sink = SmtpSink.start();
    }

    @AfterAll
    static void stopListening() {
        sink.close();
    }

    @BeforeEach
    void somebody() {
        mailed = Mailed.somebody();
        next = "next-" + mailed.address();
    }

    @Test
    @Journey
    void addressIsAnotherOnceTheLinkIsUsed() {
        Tokens session = mailed.person().login();
        Tokens elsewhere = mailed.person().login();
        change(session).then().statusCode(202);
        String token = sink.mail(next).token();
        mailed.seen().then().body("email", equalTo(mailed.address()));

        Mailed.use(token, Map.of()).then().statusCode(204);

        mailed.seen().then().body("email", equalTo(next)).body("email_verified", equalTo(true));
        Signet.me(session.access()).then().statusCode(200);
        Signet.me(elsewhere.access()).then().statusCode(401);
        ReceivedMail notice = sink.mail(mailed.address());
        assertThat(notice.header("Subject")).contains("was changed");
        assertThat(notice.text()).doesNotContain(next);
    }

    @Test
    void passwordIsAskedForAgain() {
        Tokens session = mailed.person().login();

        change(session, "password", "wrong").then().statusCode(401).body("code", equalTo("invalid_credentials"));
        change(session, "password", "").then().statusCode(400);
        Mailed.post("/auth/email", Map.of("email", next, "password", Signet.PASSWORD))
                .then()
                .statusCode(401);

        assertThat(sink.to(next)).isEmpty();
    }

    @Test
    void soIsTheSecondFactor() {
        SecondFactor factor = SecondFactor.enrol(mailed.person());

        change(factor.session()).then().statusCode(401).body("code", equalTo("otp_required"));
        change(factor.session(), "otp", factor.authenticator().next()).then().statusCode(202);

        assertThat(sink.mail(next).hasLink()).isTrue();
    }

    @Test
    void resetOfThePasswordVoidsAChangeThatWaits() {
        change(mailed.person().login()).then().statusCode(202);
        String change = sink.mail(next).token();

        Mailed.use(mailed.token(sink, "password-reset"), Map.of("new_password", "an entirely new passphrase"))
                .then()
                .statusCode(204);

        Mailed.use(change, Map.of()).then().statusCode(410);
        mailed.seen().then().body("email", equalTo(mailed.address()));
    }

    @Test
    void soDoesAnInstantFromWhichOnThingsCount() {
        change(mailed.person().login()).then().statusCode(202);
        String change = sink.mail(next).token();

        TestClient.admin()
                .post("/admin/accounts/" + mailed.person().id() + "/not-before")
                .then()
                .statusCode(200);

        Mailed.use(change, Map.of()).then().statusCode(410);
        mailed.seen().then().body("email", equalTo(mailed.address()));
    }

    @Test
    void whatIsNoAddressIsRefused() {
        change(mailed.person().login(), "email", "nonsense")
                .then()
                .statusCode(400)
                .body("member", equalTo("email"));
    }

    private Response change(Tokens session, String... other) {
        Map<String, String> body = new HashMap<>(Map.of("email", next, "password", Signet.PASSWORD));
        for (int i = 0; i < other.length; i += 2) {
            body.put(other[i], other[i + 1]);
        }
        return SecondFactor.post(session, "/auth/email", body);
    }
}
