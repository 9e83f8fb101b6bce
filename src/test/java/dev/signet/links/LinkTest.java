package dev.signet.links;

import dev.signet.support.Journey;
import dev.signet.support.Mailed;
import dev.signet.support.OnBothStacks;
import dev.signet.support.Polling;
import dev.signet.support.ReceivedMail;
import dev.signet.support.SecondFactor;
import dev.signet.support.Signet;
import dev.signet.support.Signet.Tokens;
import dev.signet.support.SmtpSink;
import dev.signet.support.TestClient;
import dev.signet.support.TestInstallation;
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
        Mailed mailed = Mailed.user();
        Tokens session = mailed.person().login();
        String token = mailed.token(sink, "password-reset");

        Mailed.use(token, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);

        Signet.me(session.access()).then().statusCode(401);
        Signet.refresh(session.refresh()).then().statusCode(401);
        Signet.tryLogin(mailed.username(), Signet.PASSWORD).then().statusCode(401);
        Signet.tryLogin(mailed.username(), NEW_PASSWORD).then().statusCode(200);
        mailed.seen().then().body("email_verified", equalTo(true));
        ReceivedMail notice = sink.mail(mailed.address(), 2);
        assertThat(notice.header("Subject")).contains("password").contains("was changed");
        assertThat(notice.hasLink()).isFalse();
        assertThat(notice.text()).contains("127.0.0.1");
    }

    @Test
    void mailAboutAdministratorChangeHasNoIpAddress() {
        Mailed mailed = Mailed.user();

        mailed.patch(Map.of("password", NEW_PASSWORD));

        ReceivedMail notice = sink.mail(mailed.address());
        assertThat(notice.header("Subject")).contains("password");
        assertThat(notice.text() + notice.html()).contains("administrator").doesNotContain("127.0.0.1");
    }

    @Test
    @Journey
    void internationalDomainIsAddressedInAscii() {
        Mailed mailed = Mailed.user();
        String local = "info-" + UUID.randomUUID();
        mailed.patch(Map.of("email", local + "@m\u00fcller.example"));

        mailed.ask("password-reset").then().statusCode(202);

        ReceivedMail mail = sink.mail(local + "@xn--mller-kva.example");
        assertThat(mail.header("To")).isEqualTo(local + "@xn--mller-kva.example");
        assertThat(mail.headers()).doesNotContainKey("cc");
        assertThat(mail.header("From")).matches("\"Signet\" <[^@]+@[^@>]+>");
        assertThat(mail.header("Message-ID")).matches("<[^@]+@" + domainOfSender(mail) + ">");
        TestClient.admin()
                .body(Map.of("email", "j\u00fcrgen@example.com"))
                .patch("/admin/accounts/" + mailed.person().id())
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
        String token = Mailed.user().token(sink, "email-verification");

        Mailed.use(token, Map.of()).then().statusCode(204);

        Mailed.use(token, Map.of()).then().statusCode(410).body("code", equalTo("link_expired"));
        given().get("/links/" + token).then().statusCode(410);
    }

    @Test
    void linkUsesTheIssuerInsteadOfTheHostHeader() {
        Mailed mailed = Mailed.user();

        given().header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example;proto=https")
                .header("X-Forwarded-Proto", "gopher")
                .contentType(ContentType.JSON)
                .body(Map.of("username", mailed.username()))
                .post("/auth/links/password-reset")
                .then()
                .statusCode(202);

        ReceivedMail mail = sink.mail(mailed.address());
        assertThat(mail.link()).startsWith(TestInstallation.ISSUER + "/links/sgl_");
        assertThat(mail.html()).contains(mail.link());
        assertThat(mail.text() + mail.html() + mail.headers()).doesNotContain("evil.example");
    }

    @Test
    void viewingALinkDoesNotConsumeIt() {
        Mailed mailed = Mailed.user();
        String token = mailed.token(sink, "email-verification");

        for (int i = 0; i < 3; i++) {
            given().get("/links/" + token).then().statusCode(200);
            given().head("/links/" + token).then().statusCode(200);
        }
        given().options("/links/" + token);

        mailed.seen().then().body("email_verified", equalTo(false));
        Mailed.use(token, Map.of()).then().statusCode(204);
        mailed.seen().then().body("email_verified", equalTo(true));
    }

    @Test
    @OnBothStacks
    @Journey
    void concurrentUseSucceedsOnce() throws Exception {
        Mailed mailed = Mailed.user();
        String token = mailed.token(sink, "sign-in");

        List<Integer> statuses =
                runConcurrently(20, () -> Mailed.use(token, Map.of()).statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 410).hasSize(19);
    }

    @Test
    @OnBothStacks
    void concurrentResetsSetOnePassword() throws Exception {
        Mailed mailed = Mailed.user();
        String token = mailed.token(sink, "password-reset");

        List<Integer> statuses = runConcurrently(
                20,
                () -> Mailed.use(
                                token,
                                Map.of(
                                        "new_password",
                                        NEW_PASSWORD + Thread.currentThread().getId()))
                        .statusCode());

        assertThat(statuses).filteredOn(status -> status == 204).hasSize(1);
        assertThat(statuses).filteredOn(status -> status != 204).allMatch(status -> status == 410 || status == 503);
    }

    @Test
    void newerLinkReplacesTheOlder() {
        Mailed mailed = Mailed.user();
        String older = mailed.token(sink, "password-reset");
        String other = mailed.token(sink, "email-verification");
        String newer = mailed.token(sink, "password-reset");

        Mailed.use(older, Map.of("new_password", NEW_PASSWORD)).then().statusCode(410);

        Mailed.use(other, Map.of()).then().statusCode(204);
        Mailed.use(newer, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);
    }

    @Test
    void resetEndsOtherLinksOfTheAccount() {
        Mailed mailed = Mailed.user();
        String signIn = mailed.token(sink, "sign-in");
        String reset = mailed.token(sink, "password-reset");

        Mailed.use(reset, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);

        Mailed.use(signIn, Map.of()).then().statusCode(410);
    }

    @Test
    void linkHasOnePurpose() {
        Mailed mailed = Mailed.user();
        String verification = mailed.token(sink, "email-verification");
        String signIn = mailed.token(sink, "sign-in");
        String reset = mailed.token(sink, "password-reset");

        for (String token : List.of(verification, signIn)) {
            Mailed.use(token, Map.of("new_password", NEW_PASSWORD))
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("new_password"));
        }
        Mailed.use(reset, Map.of()).then().statusCode(400).body("member", equalTo("new_password"));
        Mailed.use(reset, Map.of("username", "x", "password", NEW_PASSWORD))
                .then()
                .statusCode(400);
        Mailed.use(verification, Map.of("purpose", "sign_in")).then().statusCode(400);

        Signet.tryLogin(mailed.username(), Signet.PASSWORD).then().statusCode(200);
        Mailed.use(verification, Map.of()).then().statusCode(204);
        Mailed.use(signIn, Map.of()).then().statusCode(200);
        Mailed.use(reset, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);
    }

    @Test
    void linksAndTokensAreNotInterchangeable() {
        Mailed mailed = Mailed.user();
        Tokens session = mailed.person().login();
        String link = mailed.token(sink, "sign-in");

        Signet.me(link).then().statusCode(401);
        Signet.refresh(link).then().statusCode(401);
        Signet.verify(link).then().body("active", equalTo(false));
        for (String other : List.of(session.refresh(), session.access(), "sgl_", "sgl_" + "A".repeat(43), "x")) {
            Mailed.use(other, Map.of()).then().statusCode(410).body("code", equalTo("link_expired"));
        }
    }

    @Test
    void refusedPasswordLeavesTheLinkUsable() {
        Mailed mailed = Mailed.user();
        String token = mailed.token(sink, "password-reset");

        for (String refused : List.of("short", "password1", mailed.username())) {
            Mailed.use(token, Map.of("new_password", refused))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("password_refused"));
        }

        Mailed.use(token, Map.of("new_password", NEW_PASSWORD)).then().statusCode(204);
    }

    @Test
    void disablingAnAccountEndsItsLinks() {
        Mailed mailed = Mailed.user();
        List<String> tokens = List.of(
                mailed.token(sink, "password-reset"),
                mailed.token(sink, "email-verification"),
                mailed.token(sink, "sign-in"));

        mailed.patch(Map.of("enabled", false));
        tokens.forEach(LinkTest::assertExpired);
        mailed.patch(Map.of("enabled", true));
        tokens.forEach(LinkTest::assertExpired);
        mailed.seen().then().body("email_verified", equalTo(false));
    }

    @Test
    void linkRequiresTheEmailItWasSentTo() {
        Mailed mailed = Mailed.user();
        String reset = mailed.token(sink, "password-reset");
        String verification = mailed.token(sink, "email-verification");

        mailed.patch(Map.of("email", "other-" + mailed.address()));

        assertExpired(reset);
        assertExpired(verification);
        mailed.seen().then().body("email_verified", equalTo(false));
        ReceivedMail notice = sink.mail(mailed.address(), 3);
        assertThat(notice.text()).contains("no longer uses this email address").doesNotContain("other-");
    }

    @Test
    void changedPasswordEndsLinks() {
        Mailed mailed = Mailed.user();
        String token = mailed.token(sink, "password-reset");

        Signet.bearer(mailed.person().login().access())
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", Signet.PASSWORD, "new_password", NEW_PASSWORD))
                .post("/auth/password")
                .then()
                .statusCode(204);

        assertExpired(token);
        assertThat(sink.mail(mailed.address(), 2).header("Subject")).contains("was changed");
    }

    @Test
    void revocationEndsLinksAndNewOnesWork() {
        Mailed mailed = Mailed.user();
        List<String> before = List.of(mailed.token(sink, "sign-in"), mailed.token(sink, "password-reset"));

        notBefore(mailed);

        before.forEach(LinkTest::assertExpired);
        Signet.tryLogin(mailed.username(), NEW_PASSWORD).then().statusCode(401);
        TestClient.admin()
                .get("/admin/accounts/" + mailed.person().id() + "/sessions")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        Mailed.use(mailed.token(sink, "sign-in"), Map.of()).then().statusCode(200);
        Mailed.use(mailed.token(sink, "password-reset"), Map.of("new_password", NEW_PASSWORD))
                .then()
                .statusCode(204);
    }

    @Test
    void revocationEndsPendingLinkLogin() {
        Mailed mailed = Mailed.user();
        SecondFactor factor = SecondFactor.enrol(mailed.person());
        String before = Mailed.use(mailed.token(sink, "sign-in"), Map.of())
                .then()
                .extract()
                .path("mfa_token");

        notBefore(mailed);

        SecondFactor.finish(before, factor.authenticator().next())
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_grant"));
        String after = Mailed.use(mailed.token(sink, "sign-in"), Map.of())
                .then()
                .extract()
                .path("mfa_token");
        SecondFactor.finish(after, factor.authenticator().next()).then().statusCode(200);
    }

    @Test
    void unknownNameHasTheSameResponseAndNoMail() {
        Mailed known = Mailed.user();
        Mailed disabled = Mailed.user();
        disabled.patch(Map.of("enabled", false));
        String unknown = "nobody-" + UUID.randomUUID() + "@example.com";

        for (String kind : List.of("password-reset", "email-verification", "sign-in")) {
            Response toUnknown = Mailed.ask(kind, unknown);
            Response toDisabled = Mailed.ask(kind, disabled.username());
            Response toKnown = known.ask(kind);

            assertThat(toKnown.statusCode()).isEqualTo(202);
            assertThat(shape(toUnknown)).isEqualTo(shape(toKnown));
            assertThat(shape(toDisabled)).isEqualTo(shape(toKnown));
        }

        sink.mail(known.address(), 3);
        assertThat(sink.to(unknown)).isEmpty();
        assertThat(sink.to(disabled.address())).isEmpty();
    }

    @Test
    void mailUsesTheStoredEmailSpelling() {
        Mailed mailed = Mailed.user();

        Mailed.ask("password-reset", " " + mailed.address().toUpperCase() + " ")
                .then()
                .statusCode(202);

        assertThat(sink.mail(mailed.address()).recipients()).containsExactly(mailed.address());
    }

    @Test
    void verifiedEmailReceivesNoVerificationLink() {
        Mailed mailed = Mailed.user();
        Mailed.use(mailed.token(sink, "email-verification"), Map.of()).then().statusCode(204);

        mailed.ask("email-verification").then().statusCode(202);
        mailed.token(sink, "sign-in");

        assertThat(sink.to(mailed.address())).hasSize(2);
    }

    @Test
    void mailsPerNameAreLimited() {
        Mailed known = Mailed.user();
        for (String name : List.of(known.username(), "nobody-" + UUID.randomUUID())) {
            for (int i = 0; i < 5; i++) {
                Mailed.ask("sign-in", name).then().statusCode(202);
            }
            Mailed.ask("password-reset", name.toUpperCase())
                    .then()
                    .statusCode(429)
                    .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                    .body("code", equalTo("too_many_attempts"));
        }
    }

    @Test
    void passwordResetAndVerificationRequireTheLink() {
        Mailed mailed = Mailed.user();
        mailed.token(sink, "password-reset");

        Mailed.post("/auth/links/password-reset", Map.of("username", mailed.username(), "new_password", NEW_PASSWORD))
                .then()
                .statusCode(400);
        for (String path :
                List.of("/links/", "/links/password-reset", "/links/" + mailed.username(), "/links/second-factor")) {
            int status = Mailed.post(path, Map.of("new_password", NEW_PASSWORD)).statusCode();
            assertThat(status).as(path).isGreaterThanOrEqualTo(400).isLessThan(500);
        }
        Signet.bearer(mailed.person().login().access())
                .contentType(ContentType.JSON)
                .body(Map.of("new_password", NEW_PASSWORD))
                .post("/auth/password")
                .then()
                .statusCode(400);

        Signet.tryLogin(mailed.username(), NEW_PASSWORD).then().statusCode(401);
        mailed.seen().then().body("email_verified", equalTo(false));
    }

    @Test
    @Journey
    void signInLinkReturnsTokens() {
        Mailed mailed = Mailed.user();

        Response response = Mailed.use(mailed.token(sink, "sign-in"), Map.of());

        response.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("scope", equalTo("profile"));
        Tokens tokens = Signet.tokens(response);
        Signet.me(tokens.access())
                .then()
                .statusCode(200)
                .body("username", equalTo(mailed.username()))
                .body("amr", equalTo(List.of("email")));
        Signet.verify(tokens.access()).then().body("acr", equalTo("aal1"));
        Signet.refresh(tokens.refresh()).then().statusCode(200);
    }

    @Test
    void signInLinkRequiresTheSecondFactor() {
        Mailed mailed = Mailed.user();
        SecondFactor factor = SecondFactor.enrol(mailed.person());

        Response response = Mailed.use(mailed.token(sink, "sign-in"), Map.of());

        response.then().statusCode(401).body("code", equalTo("otp_required"));
        assertThat(response.asString()).doesNotContain("access_token");
        SecondFactor.finish(response.path("mfa_token"), "000000").then().statusCode(401);
        Response finished = SecondFactor.finish(
                response.path("mfa_token"), factor.authenticator().next());
        finished.then().statusCode(200);
        Signet.me(finished.path("access_token")).then().body("amr", equalTo(List.of("email", "otp", "mfa")));
    }

    @Test
    void resetKeepsTheSecondFactor() {
        Mailed mailed = Mailed.user();
        SecondFactor.enrol(mailed.person());

        Mailed.use(mailed.token(sink, "password-reset"), Map.of("new_password", NEW_PASSWORD))
                .then()
                .statusCode(204);

        Signet.tryLogin(mailed.username(), NEW_PASSWORD).then().statusCode(401).body("code", equalTo("otp_required"));
    }

    @Test
    void linkEventHasPurposeButNoEmail() throws Exception {
        Mailed mailed = Mailed.user();
        mailed.token(sink, "sign-in");

        // The event is recorded after the server has accepted the mail.
        String details = "items.findAll { it.subject == '" + mailed.person().id() + "' }.detail";
        List<Map<String, String>> found = Polling.await()
                .until(
                        () -> TestClient.admin()
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
        Mailed english = Mailed.user();
        Mailed german = Mailed.user();

        english.ask("password-reset");
        given().header("Accept-Language", "de-AT, en;q=0.5")
                .contentType(ContentType.JSON)
                .body(Map.of("username", german.username()))
                .post("/auth/links/password-reset");

        ReceivedMail first = sink.mail(english.address());
        ReceivedMail second = sink.mail(german.address());
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
        Mailed mailed = Mailed.user();
        mailed.patch(Map.of("username", username));

        Mailed.ask("password-reset", username);

        ReceivedMail mail = sink.mail(mailed.address());
        assertThat(mail.html()).doesNotContain("<b>").contains("&lt;b&gt;bold&amp;amp;&lt;/b&gt;");
        assertThat(mail.text()).contains(username);
    }

    @Test
    void inputCannotAddHeadersOrRecipients() {
        String victim = "victim-" + UUID.randomUUID() + "@example.com";
        Mailed mailed = Mailed.user();
        String admin = Signet.admin().access();

        for (String injected : List.of(
                "a@example.com\r\nBcc: " + victim,
                "a@example.com\nBcc: " + victim,
                "a@example.com," + victim,
                "a@example.com " + victim,
                "<" + victim + ">",
                "a@example.com\u0000")) {
            Mailed.post("/auth/registrations", Map.of("email", injected))
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("email"));
            Signet.bearer(admin)
                    .contentType(ContentType.JSON)
                    .body(Map.of("email", injected))
                    .patch("/admin/accounts/" + mailed.person().id())
                    .then()
                    .statusCode(400);
            Signet.bearer(admin)
                    .contentType(ContentType.JSON)
                    .body(Map.of("email", injected))
                    .post("/admin/invitations")
                    .then()
                    .statusCode(400);
            assertThat(Mailed.ask("password-reset", injected).statusCode()).isIn(202, 400);
        }
        given().header("Accept-Language", "de\r\n Bcc: " + victim)
                .contentType(ContentType.JSON)
                .body(Map.of("username", mailed.username()))
                .post("/auth/links/password-reset");

        assertThat(sink.mail(mailed.address()).headers()).doesNotContainKey("bcc");
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

    private static void notBefore(Mailed mailed) {
        TestClient.admin()
                .post("/admin/accounts/" + mailed.person().id() + "/not-before")
                .then()
                .statusCode(200);
    }

    private static void assertExpired(String token) {
        given().get("/links/" + token).then().statusCode(410);
        Mailed.use(token, Map.of("new_password", NEW_PASSWORD)).then().statusCode(410);
        Mailed.use(token, Map.of()).then().statusCode(410);
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
