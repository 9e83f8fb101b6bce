package dev.signet.links;

import dev.signet.support.Polling;
import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.mail.ReceivedMail;
import dev.signet.support.mail.SmtpSink;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static dev.signet.support.ErrorResponses.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

/** Links used by programs: the effect of each purpose, which happens once and requires the link. */
@QuarkusTest
class LinkTest {

    private static final String NEW_PASSWORD = "an entirely new passphrase";

    private static SmtpSink sink;

    @BeforeAll
    static void listen() {
        sink = SmtpSink.start();
    }

    @AfterAll
    static void stopListening() {
        sink.close();
    }

    @Test
    @Journey
    void resetSetsPasswordAndEndsSessions() {
        MailUser mailUser = MailUser.create();
        Tokens session = mailUser.user().login();
        String token = mailUser.token(sink, "password-reset");

        MailUser.use(token, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);

        Signet.me(session.access()).then().statusCode(401);
        Signet.refresh(session.refresh()).then().statusCode(401);
        mailUser.loginRequest().send().then().statusCode(401);
        Signet.loginRequest(mailUser.username(), NEW_PASSWORD).send().then().statusCode(200);
        mailUser.account().then().body("email_verified", equalTo(true));
        ReceivedMail notice = sink.mail(mailUser.email(), 2);
        assertThat(notice.header("Subject")).contains("password").contains("was changed");
        assertThat(notice.hasLink()).isFalse();
        assertThat(notice.text()).contains("127.0.0.1");
    }

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
    @Journey
    void linkWorksOnce() {
        String token = MailUser.create().token(sink, "email-verification");

        MailUser.use(token, Map.of()).then().statusCode(204);

        assertProblem(MailUser.use(token, Map.of()), 410, "link_expired");
        given().get("/links/" + token).then().statusCode(410);
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

    @Test
    void viewingALinkDoesNotConsumeIt() {
        MailUser mailUser = MailUser.create();
        String token = mailUser.token(sink, "email-verification");

        for (int i = 0; i < 3; i++) {
            given().get("/links/" + token).then().statusCode(200);
            given().head("/links/" + token).then().statusCode(200);
        }
        given().options("/links/" + token);

        mailUser.account().then().body("email_verified", equalTo(false));
        MailUser.use(token, Map.of()).then().statusCode(204);
        mailUser.account().then().body("email_verified", equalTo(true));
    }

    @Test
    @OnBothStacks
    @Journey
    void concurrentUseSucceedsOnce() throws Exception {
        MailUser mailUser = MailUser.create();
        String token = mailUser.token(sink, "sign-in");

        List<Integer> statuses =
                runConcurrently(20, () -> MailUser.use(token, Map.of()).statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 410).hasSize(19);
    }

    @Test
    @OnBothStacks
    void concurrentResetsSetOnePassword() throws Exception {
        MailUser mailUser = MailUser.create();
        String token = mailUser.token(sink, "password-reset");

        List<Integer> statuses = runConcurrently(
                20,
                () -> MailUser.use(
                                token,
                                Map.of(
                                        "new_password",
                                        NEW_PASSWORD + Thread.currentThread().getId()))
                        .statusCode());

        assertThat(statuses).filteredOn(status -> status == 204).hasSize(1);
        // A request is also rejected if too many passwords are hashed at the same time.
        assertThat(statuses).filteredOn(status -> status != 204).isSubsetOf(410, 503);
    }

    @Test
    void newerLinkReplacesTheOlder() {
        MailUser mailUser = MailUser.create();
        String older = mailUser.token(sink, "password-reset");
        String other = mailUser.token(sink, "email-verification");
        String newer = mailUser.token(sink, "password-reset");

        MailUser.use(older, Map.of("new_password", NEW_PASSWORD)).then().statusCode(410);

        MailUser.use(other, Map.of()).then().statusCode(204);
        MailUser.use(newer, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);
    }

    @Test
    void resetEndsOtherLinksOfTheAccount() {
        MailUser mailUser = MailUser.create();
        String signIn = mailUser.token(sink, "sign-in");
        String reset = mailUser.token(sink, "password-reset");

        MailUser.use(reset, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);

        MailUser.use(signIn, Map.of()).then().statusCode(410);
    }

    @Test
    void linkHasOnePurpose() {
        MailUser mailUser = MailUser.create();
        String verification = mailUser.token(sink, "email-verification");
        String signIn = mailUser.token(sink, "sign-in");
        String reset = mailUser.token(sink, "password-reset");

        for (String token : List.of(verification, signIn)) {
            MailUser.use(token, Map.of("new_password", NEW_PASSWORD))
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("new_password"));
        }
        MailUser.use(reset, Map.of()).then().statusCode(400).body("member", equalTo("new_password"));
        MailUser.use(reset, Map.of("username", "x", "password", NEW_PASSWORD))
                .then()
                .statusCode(400);
        MailUser.use(verification, Map.of("purpose", "sign_in")).then().statusCode(400);

        mailUser.loginRequest().send().then().statusCode(200);
        MailUser.use(verification, Map.of()).then().statusCode(204);
        MailUser.use(signIn, Map.of()).then().statusCode(200);
        MailUser.use(reset, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);
    }

    @Test
    void linksAndTokensAreNotInterchangeable() {
        MailUser mailUser = MailUser.create();
        Tokens session = mailUser.user().login();
        String link = mailUser.token(sink, "sign-in");

        Signet.me(link).then().statusCode(401);
        Signet.refresh(link).then().statusCode(401);
        Signet.verify(link).then().body("active", equalTo(false));
        for (String other : List.of(session.refresh(), session.access(), "sgl_", "sgl_" + "A".repeat(43), "x")) {
            assertProblem(MailUser.use(other, Map.of()), 410, "link_expired");
        }
    }

    @Test
    void rejectedPasswordLeavesTheLinkUsable() {
        MailUser mailUser = MailUser.create();
        String token = mailUser.token(sink, "password-reset");

        for (String rejected : List.of("short", "password1", mailUser.username())) {
            assertProblem(MailUser.use(token, Map.of("new_password", rejected)), 400, "password_refused");
        }

        MailUser.use(token, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);
    }

    @Test
    void disablingAnAccountEndsItsLinks() {
        MailUser mailUser = MailUser.create();
        List<String> tokens = List.of(
                mailUser.token(sink, "password-reset"),
                mailUser.token(sink, "email-verification"),
                mailUser.token(sink, "sign-in"));

        mailUser.patch(Map.of("enabled", false));
        tokens.forEach(LinkTest::assertExpired);
        mailUser.patch(Map.of("enabled", true));
        tokens.forEach(LinkTest::assertExpired);
        mailUser.account().then().body("email_verified", equalTo(false));
    }

    @Test
    void linkRequiresTheEmailItWasSentTo() {
        MailUser mailUser = MailUser.create();
        String reset = mailUser.token(sink, "password-reset");
        String verification = mailUser.token(sink, "email-verification");

        mailUser.patch(Map.of("email", "other-" + mailUser.email()));

        assertExpired(reset);
        assertExpired(verification);
        mailUser.account().then().body("email_verified", equalTo(false));
        ReceivedMail notice = sink.mail(mailUser.email(), 3);
        assertThat(notice.text()).contains("no longer uses this email address").doesNotContain("other-");
    }

    @Test
    void changedPasswordEndsLinks() {
        MailUser mailUser = MailUser.create();
        String token = mailUser.token(sink, "password-reset");

        Signet.bearer(mailUser.user().login().access())
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", Signet.PASSWORD, "new_password", NEW_PASSWORD))
                .post("/auth/password")
                .then()
                .statusCode(204);

        assertExpired(token);
        assertThat(sink.mail(mailUser.email(), 2).header("Subject")).contains("was changed");
    }

    @Test
    void revocationEndsLinksAndNewOnesWork() {
        MailUser mailUser = MailUser.create();
        List<String> before = List.of(mailUser.token(sink, "sign-in"), mailUser.token(sink, "password-reset"));

        notBefore(mailUser);

        before.forEach(LinkTest::assertExpired);
        Signet.loginRequest(mailUser.username(), NEW_PASSWORD).send().then().statusCode(401);
        Signet.adminRequest()
                .get("/admin/accounts/" + mailUser.user().id() + "/sessions")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        MailUser.use(mailUser.token(sink, "sign-in"), Map.of()).then().statusCode(200);
        MailUser.use(mailUser.token(sink, "password-reset"), Map.of("new_password", NEW_PASSWORD))
                .then()
                .statusCode(204);
    }

    @Test
    void revocationEndsPendingLinkLogin() {
        MailUser mailUser = MailUser.create();
        SecondFactor factor = SecondFactor.enrol(mailUser.user());
        String before = MailUser.use(mailUser.token(sink, "sign-in"), Map.of())
                .then()
                .extract()
                .path("mfa_token");

        notBefore(mailUser);

        assertProblem(SecondFactor.finish(before, factor.authenticator().next()), 401, "invalid_grant");
        String after = MailUser.use(mailUser.token(sink, "sign-in"), Map.of())
                .then()
                .extract()
                .path("mfa_token");
        SecondFactor.finish(after, factor.authenticator().next()).then().statusCode(200);
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
    void passwordResetAndVerificationRequireTheLink() {
        MailUser mailUser = MailUser.create();
        mailUser.token(sink, "password-reset");

        MailUser.post(
                        "/auth/links/password-reset",
                        Map.of("username", mailUser.username(), "new_password", NEW_PASSWORD))
                .then()
                .statusCode(400);
        MailUser.post("/links/", Map.of("new_password", NEW_PASSWORD)).then().statusCode(404);
        for (String token : List.of("password-reset", mailUser.username())) {
            MailUser.use(token, Map.of("new_password", NEW_PASSWORD)).then().statusCode(410);
        }
        // This path accepts only the form of a page.
        MailUser.use("second-factor", Map.of("new_password", NEW_PASSWORD))
                .then()
                .statusCode(415);
        Signet.bearer(mailUser.user().login().access())
                .contentType(ContentType.JSON)
                .body(Map.of("new_password", NEW_PASSWORD))
                .post("/auth/password")
                .then()
                .statusCode(400);

        Signet.loginRequest(mailUser.username(), NEW_PASSWORD).send().then().statusCode(401);
        mailUser.account().then().body("email_verified", equalTo(false));
    }

    @Test
    @Journey
    void signInLinkReturnsTokens() {
        MailUser mailUser = MailUser.create();

        Response response = MailUser.use(mailUser.token(sink, "sign-in"), Map.of());

        response.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("scope", equalTo("profile"));
        Tokens tokens = Signet.tokens(response);
        Signet.me(tokens.access())
                .then()
                .statusCode(200)
                .body("username", equalTo(mailUser.username()))
                .body("amr", equalTo(List.of("email")));
        Signet.verify(tokens.access()).then().body("acr", equalTo("aal1"));
        Signet.refresh(tokens.refresh()).then().statusCode(200);
    }

    @Test
    void signInLinkRequiresTheSecondFactor() {
        MailUser mailUser = MailUser.create();
        SecondFactor factor = SecondFactor.enrol(mailUser.user());

        Response response = MailUser.use(mailUser.token(sink, "sign-in"), Map.of());

        assertProblem(response, 401, "otp_required");
        assertThat(response.asString()).doesNotContain("access_token");
        SecondFactor.finish(response.path("mfa_token"), "000000").then().statusCode(401);
        Response finished = SecondFactor.finish(
                response.path("mfa_token"), factor.authenticator().next());
        finished.then().statusCode(200);
        Signet.me(finished.path("access_token")).then().body("amr", equalTo(List.of("email", "otp", "mfa")));
    }

    @Test
    void resetKeepsTheSecondFactor() {
        MailUser mailUser = MailUser.create();
        SecondFactor.enrol(mailUser.user());

        MailUser.use(mailUser.token(sink, "password-reset"), Map.of("new_password", NEW_PASSWORD))
                .then()
                .statusCode(204);

        assertProblem(Signet.loginRequest(mailUser.username(), NEW_PASSWORD).send(), 401, "otp_required");
    }

    @Test
    void linkEventHasPurposeButNoEmail() throws Exception {
        MailUser mailUser = MailUser.create();
        mailUser.token(sink, "sign-in");

        // The event is recorded after the server has accepted the mail.
        String details = "items.findAll { it.subject == '" + mailUser.user().id() + "' }.detail";
        List<Map<String, String>> found = Polling.await()
                .until(
                        () -> Signet.adminRequest()
                                .get("/admin/events?limit=200&type=link.sent")
                                .then()
                                .statusCode(200)
                                .extract()
                                .path(details),
                        events -> !events.isEmpty());
        assertThat(found).containsExactly(Map.of("purpose", "sign_in"));
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
    void malformedRequestsAreClientErrors() {
        for (String body :
                List.of("", "{", "[]", "{\"username\":1}", "{\"username\":\"\"}", "{\"email\":\"a\"}", "{}")) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post("/auth/links/sign-in")
                    .then()
                    .statusCode(400);
        }
        given().contentType(ContentType.JSON)
                .body(Map.of("username", "x".repeat(1_001)))
                .post("/auth/links/sign-in")
                .then()
                .statusCode(400);
        given().contentType(ContentType.TEXT)
                .body("x")
                .post("/auth/links/sign-in")
                .then()
                .statusCode(415);
    }

    private static void notBefore(MailUser mailUser) {
        Signet.adminRequest()
                .post("/admin/accounts/" + mailUser.user().id() + "/not-before")
                .then()
                .statusCode(200);
    }

    private static void assertExpired(String token) {
        given().get("/links/" + token).then().statusCode(410);
        MailUser.use(token, Map.of("new_password", NEW_PASSWORD)).then().statusCode(410);
        MailUser.use(token, Map.of()).then().statusCode(410);
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

    private static List<Integer> runConcurrently(int count, java.util.function.Supplier<Integer> call)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CountDownLatch ready = new CountDownLatch(count);
            List<CompletableFuture<Integer>> calls = IntStream.range(0, count)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                ready.countDown();
                                await(ready);
                                return call.get();
                            },
                            threads))
                    .toList();
            List<Integer> responses = new ArrayList<>();
            for (CompletableFuture<Integer> pending : calls) {
                responses.add(pending.get());
            }
            return responses;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
