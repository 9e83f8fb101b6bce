package dev.signet.links.page;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.mail.MailReceiver;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/**
 * Links used in a browser: the pages change nothing until the button is pressed, and only the same browser can press
 * it.
 */
@QuarkusTest
class LinkPagesTest extends MailReceiver {

    private static final String NEW_PASSWORD = "an entirely new passphrase";

    private final Browser browser = new Browser();

    @Test
    @Journey
    void passwordIsResetOnPages() {
        MailUser mailUser = MailUser.create();
        Shown signIn = App.trusted().start(browser);
        Shown ask = browser.follow(signIn.page()
                .select(".offers a:contains(Forgot your password?)")
                .attr("href"));
        assertThat(ask.heading()).isEqualTo("Forgot your password?");

        Shown sent = browser.submit(ask, "name", mailUser.username());
        assertThat(sent.heading()).isEqualTo("Check your inbox");
        Shown page = open(sink.mail(mailUser.email()).token());
        assertThat(page.page().select("#username").attr("value")).isEqualTo(mailUser.username());
        Shown rejected = browser.submit(page, "new_password", "short", "revoke_api_keys", "");
        assertThat(rejected.response().statusCode()).isEqualTo(400);
        assertThat(rejected.alert()).startsWith("This password is too short");
        Shown done = browser.submit(rejected, "new_password", NEW_PASSWORD);

        assertThat(done.heading()).isEqualTo("Password changed");
        Signet.loginRequest(mailUser.username(), NEW_PASSWORD).send().then().statusCode(200);
    }

    @Test
    void unknownNameShowsTheSamePage() {
        MailUser mailUser = MailUser.create();

        String known =
                ask("password-reset", mailUser.username()).page().select("main").text();
        String unknown = ask("password-reset", "nobody-" + UUID.randomUUID())
                .page()
                .select("main")
                .text();

        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void buttonVerifiesEmail() {
        MailUser mailUser = MailUser.create();
        Shown page = open(mailUser.token(sink, "email-verification"));
        assertThat(page.heading()).isEqualTo("Confirm email address");
        assertThat(page.page().text()).contains(mailUser.email()).contains(mailUser.username());
        mailUser.account().then().body("email_verified", equalTo(false));

        assertThat(browser.submit(page).heading()).isEqualTo("Email address confirmed");

        mailUser.account().then().body("email_verified", equalTo(true));
    }

    @Test
    @Journey
    void signInLinkSignsInTheBrowser() {
        MailUser mailUser = MailUser.create();
        Shown page = open(mailUser.token(sink, "sign-in"));
        assertThat(page.page().select("button").text()).isEqualTo("Sign in as " + mailUser.username());
        assertThat(browser.cookies()).doesNotContainKey("signet-session");

        assertThat(browser.submit(page).heading()).isEqualTo("You're signed in");

        assertThat(browser.cookies()).containsKey("signet-session");
        assertThat(App.parameters(App.trusted().start(browser))).containsKey("code");
    }

    @Test
    void secondFactorHasItsOwnPage() {
        MailUser mailUser = MailUser.create();
        SecondFactor factor = SecondFactor.enrol(mailUser.user());
        Shown shown = browser.submit(open(mailUser.token(sink, "sign-in")));
        assertThat(shown.heading()).isEqualTo("Verify it's you");
        assertThat(shown.response().asString()).doesNotContain("sgm_");
        assertThat(browser.cookies()).doesNotContainKey("signet-session");
        assertThat(App.trusted().start(browser).heading()).isEqualTo("Sign in");

        Shown wrong = browser.submit(shown, "otp", "000000");
        assertThat(wrong.alert()).startsWith("This code is incorrect");
        assertThat(browser.cookies()).doesNotContainKey("signet-session");
        String code = factor.authenticator().next();
        Shown done = browser.submit(wrong, "otp", code.substring(0, 3) + " " + code.substring(3));

        assertThat(done.heading()).isEqualTo("You're signed in");
        assertThat(App.parameters(App.trusted().start(browser))).containsKey("code");
    }

    @Test
    void secondFactorPageRequiresAPendingLogin() {
        SecondFactor factor = SecondFactor.enrol(MailUser.create().user());
        Shown page = browser.open("/links/new/sign-in", Map.of());

        Shown shown = browser.post(
                "/links/second-factor",
                Map.of(
                        "csrf",
                        page.fields().get("csrf"),
                        "otp",
                        factor.authenticator().next()));

        assertThat(shown.response().statusCode()).isEqualTo(400);
        assertThat(browser.cookies()).doesNotContainKey("signet-session");
    }

    @Test
    void foreignFormDoesNotConsumeTheLink() {
        MailUser mailUser = MailUser.create();
        String token = mailUser.token(sink, "sign-in");
        Shown page = open(token);
        Browser victim = new Browser();

        for (Shown shown : List.of(
                victim.post("/links/" + token, Map.of()),
                victim.post("/links/" + token, page.fields()),
                browser.post("/links/" + token, Map.of()),
                browser.post("/links/" + token, Map.of("csrf", "A".repeat(43))))) {
            assertThat(shown.response().statusCode()).isEqualTo(400);
        }
        victim.open("/links/new/sign-in", Map.of());
        assertThat(victim.post("/links/" + token, page.fields()).response().statusCode())
                .isEqualTo(400);

        assertThat(victim.cookies()).doesNotContainKey("signet-session");
        assertThat(browser.submit(page).heading()).isEqualTo("You're signed in");
    }

    @Test
    @Journey
    void expiredLinkShowsAnErrorPage() {
        MailUser mailUser = MailUser.create();
        String token = mailUser.token(sink, "email-verification");
        Shown page = open(token);
        browser.submit(page);

        for (Shown dead : List.of(browser.submit(page), open(token), open("sgl_" + "A".repeat(43)), open("x"))) {
            assertThat(dead.response().statusCode()).isEqualTo(410);
            assertThat(dead.page().text()).contains("This link has expired, was already used or was replaced");
        }
    }

    @Test
    void pagesAreNotCachedAndSendNoReferrer() {
        String token = MailUser.create().token(sink, "password-reset");

        for (String path : List.of("/links/" + token, "/links/new/password-reset", "/links/sgl_x")) {
            given().get(path)
                    .then()
                    .header("Cache-Control", "no-store")
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Frame-Options", "DENY")
                    .header(
                            "Content-Security-Policy",
                            equalTo("default-src 'none'; style-src 'self'; img-src 'self'"
                                    + " data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"));
        }
        String page = given().get("/links/" + token).asString();
        assertThat(page).doesNotContain("<script").doesNotContain("http://").doesNotContain("https://");
    }

    @Test
    @Journey
    void pagesAreShownInGerman() {
        browser.speaking("de");
        MailUser mailUser = MailUser.create();

        assertThat(browser.open("/links/new/sign-in", Map.of()).heading()).isEqualTo("Mit E-Mail-Link anmelden");
        assertThat(open(mailUser.token(sink, "password-reset")).heading()).isEqualTo("Neues Passwort festlegen");
    }

    @Test
    void namesOnPagesAreEscaped() {
        String username = "<i>x</i>" + UUID.randomUUID();
        MailUser mailUser = MailUser.create();
        mailUser.patch(Map.of("username", username));
        MailUser.requestLink("sign-in", username);

        Shown page = open(sink.mail(mailUser.email()).token());

        assertThat(page.response().asString()).doesNotContain("<i>");
        assertThat(page.page().select("button").text()).isEqualTo("Sign in as " + username);
    }

    @Test
    void unknownPageIsNotFound() {
        assertThat(browser.open("/links/new/administrator", Map.of()).response().statusCode())
                .isEqualTo(404);
    }

    private Shown open(String token) {
        return browser.open("/links/" + token, Map.of());
    }

    private Shown ask(String kind, String name) {
        return browser.submit(browser.open("/links/new/" + kind, Map.of()), "name", name);
    }
}
