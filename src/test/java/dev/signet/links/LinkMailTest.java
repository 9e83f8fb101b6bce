package dev.signet.links;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.mail.MailReceiver;
import dev.signet.support.mail.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

/** Mails with links: recipients, language, limits, and no text that an attacker chose. */
@QuarkusTest
class LinkMailTest extends MailReceiver {

    private static final String NEW_PASSWORD = "an entirely new passphrase";

    @Test
    void mailAboutAdministratorChangeHasNoIpAddress() {
        MailUser mailUser = MailUser.create();

        mailUser.patch(Map.of("password", NEW_PASSWORD));

        ReceivedMail notice = sink.mail(mailUser.email());
        assertThat(notice.header("Subject")).contains("password");
        assertThat(notice.text() + notice.html()).contains("administrator").doesNotContain("127.0.0.1");
    }

    @Test
    @Journey
    void internationalDomainIsAddressedInAscii() {
        MailUser mailUser = MailUser.create();
        String local = "info-" + UUID.randomUUID();
        mailUser.patch(Map.of("email", local + "@m\u00fcller.example"));

        mailUser.requestLink("password-reset").then().statusCode(202);

        ReceivedMail mail = sink.mail(local + "@xn--mller-kva.example");
        assertThat(mail.header("To")).isEqualTo(local + "@xn--mller-kva.example");
        assertThat(mail.headers()).doesNotContainKey("cc");
        assertThat(mail.header("From")).matches("\"Signet\" <[^@]+@[^@>]+>");
        assertThat(mail.header("Message-ID")).matches("<[^@]+@" + domainOfSender(mail) + ">");
        Signet.adminRequest()
                .body(Map.of("email", "j\u00fcrgen@example.com"))
                .patch("/admin/accounts/" + mailUser.user().id())
                .then()
                .statusCode(400)
                .body("member", equalTo("email"));
    }

    private static String domainOfSender(ReceivedMail mail) {
        String from = mail.header("From");
        return from.substring(from.lastIndexOf('@') + 1, from.lastIndexOf('>'));
    }

    @Test
    void unknownNameHasTheSameResponseAndNoMail() {
        MailUser known = MailUser.create();
        MailUser disabled = MailUser.create();
        disabled.patch(Map.of("enabled", false));
        String unknown = "nobody-" + UUID.randomUUID() + "@example.com";

        for (String kind : List.of("password-reset", "email-verification", "sign-in")) {
            Response toUnknown = MailUser.requestLink(kind, unknown);
            Response toDisabled = MailUser.requestLink(kind, disabled.username());
            Response toKnown = known.requestLink(kind);

            assertThat(toKnown.statusCode()).isEqualTo(202);
            assertThat(shape(toUnknown)).isEqualTo(shape(toKnown));
            assertThat(shape(toDisabled)).isEqualTo(shape(toKnown));
        }

        sink.mail(known.email(), 3);
        assertThat(sink.to(unknown)).isEmpty();
        assertThat(sink.to(disabled.email())).isEmpty();
    }

    @Test
    void mailUsesTheStoredEmailSpelling() {
        MailUser mailUser = MailUser.create();

        MailUser.requestLink("password-reset", " " + mailUser.email().toUpperCase() + " ")
                .then()
                .statusCode(202);

        assertThat(sink.mail(mailUser.email()).recipients()).containsExactly(mailUser.email());
    }

    @Test
    void verifiedEmailReceivesNoVerificationLink() {
        MailUser mailUser = MailUser.create();
        MailUser.use(mailUser.token(sink, "email-verification"), Map.of())
                .then()
                .statusCode(204);

        mailUser.requestLink("email-verification").then().statusCode(202);
        mailUser.token(sink, "sign-in");

        assertThat(sink.to(mailUser.email())).hasSize(2);
    }

    @Test
    void mailsPerNameAreLimited() {
        MailUser known = MailUser.create();
        for (String name : List.of(known.username(), "nobody-" + UUID.randomUUID())) {
            for (int i = 0; i < 5; i++) {
                MailUser.requestLink("sign-in", name).then().statusCode(202);
            }
            MailUser.requestLink("password-reset", name.toUpperCase())
                    .then()
                    .statusCode(429)
                    .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                    .body("code", equalTo("too_many_attempts"));
        }
    }

    @Test
    @Journey
    void mailHasTextAndHtmlInRequestedLanguage() {
        MailUser english = MailUser.create();
        MailUser german = MailUser.create();

        english.requestLink("password-reset");
        given().header("Accept-Language", "de-AT, en;q=0.5")
                .contentType(ContentType.JSON)
                .body(Map.of("username", german.username()))
                .post("/auth/links/password-reset");

        ReceivedMail first = sink.mail(english.email());
        ReceivedMail second = sink.mail(german.email());
        assertThat(first.header("Subject")).isEqualTo("Choose a new password for Signet");
        assertThat(first.text())
                .contains("We received a request for a new password")
                .contains("30 minutes");
        assertThat(first.html()).contains("<html lang=\"en\">").contains("href=\"" + first.link() + "\"");
        assertThat(first.html())
                .doesNotContain("<img")
                .doesNotContain("<script")
                .doesNotContain("@import");
        assertThat(first.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(second.text()).contains("Für Ihr Konto " + german.username()).contains("30 Minuten");
        assertThat(second.html()).contains("<html lang=\"de\">");
    }

    @Test
    void namesInMailsAreEscaped() {
        String username = "<b>bold&amp;</b>" + UUID.randomUUID();
        MailUser mailUser = MailUser.create();
        mailUser.patch(Map.of("username", username));

        MailUser.requestLink("password-reset", username);

        ReceivedMail mail = sink.mail(mailUser.email());
        assertThat(mail.html()).doesNotContain("<b>").contains("&lt;b&gt;bold&amp;amp;&lt;/b&gt;");
        assertThat(mail.text()).contains(username);
    }

    @Test
    void inputCannotAddHeadersOrRecipients() {
        String victim = "victim-" + UUID.randomUUID() + "@example.com";
        MailUser mailUser = MailUser.create();
        String admin = Signet.admin().access();

        for (String injected : List.of(
                "a@example.com\r\nBcc: " + victim,
                "a@example.com\nBcc: " + victim,
                "a@example.com," + victim,
                "a@example.com " + victim,
                "<" + victim + ">",
                "a@example.com\u0000")) {
            MailUser.post("/auth/registrations", Map.of("email", injected))
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("email"));
            Signet.bearer(admin)
                    .contentType(ContentType.JSON)
                    .body(Map.of("email", injected))
                    .patch("/admin/accounts/" + mailUser.user().id())
                    .then()
                    .statusCode(400);
            Signet.bearer(admin)
                    .contentType(ContentType.JSON)
                    .body(Map.of("email", injected))
                    .post("/admin/invitations")
                    .then()
                    .statusCode(400);
            // PostgreSQL text cannot contain the null character, so the search for the account rejects it.
            boolean isRejected = injected.contains("\u0000") && TestInstallation.isPostgresql();
            MailUser.requestLink("password-reset", injected).then().statusCode(isRejected ? 400 : 202);
        }
        given().header("Accept-Language", "de\r\n Bcc: " + victim)
                .contentType(ContentType.JSON)
                .body(Map.of("username", mailUser.username()))
                .post("/auth/links/password-reset");

        assertThat(sink.mail(mailUser.email()).headers()).doesNotContainKey("bcc");
        assertThat(sink.to(victim)).isEmpty();
    }

    @Test
    void linkUsesTheIssuerInsteadOfTheHostHeader() {
        MailUser mailUser = MailUser.create();

        given().header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example;proto=https")
                .header("X-Forwarded-Proto", "gopher")
                .contentType(ContentType.JSON)
                .body(Map.of("username", mailUser.username()))
                .post("/auth/links/password-reset")
                .then()
                .statusCode(202);

        ReceivedMail mail = sink.mail(mailUser.email());
        assertThat(mail.link()).startsWith(TestInstallation.ISSUER + "/links/sgl_");
        assertThat(mail.html()).contains(mail.link());
        assertThat(mail.text() + mail.html() + mail.headers()).doesNotContain("evil.example");
    }

    // Headers and members that differ between responses for any account.
    private static Map<String, String> shape(Response response) {
        Map<String, String> shape = new TreeMap<>(Map.of("status", response.statusLine(), "body", response.asString()));
        response.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("X-Request-Id")
                        && !header.getName().equalsIgnoreCase("Date"))
                .forEach(header -> shape.merge(header.getName(), header.getValue(), (a, b) -> a + "," + b));
        return shape;
    }
}
