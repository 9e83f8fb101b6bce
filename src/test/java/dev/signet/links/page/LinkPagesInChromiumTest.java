package dev.signet.links.page;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.browser.Chromium;
import dev.signet.support.mail.SmtpSink;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of links in a real browser, used by keyboard only and checked by axe-core. Screenshots: target/screenshots.
 */
@QuarkusTest
@DisabledIfSystemProperty(
        named = "signet.test.database",
        matches = "postgresql",
        disabledReason = "no page depends on the database")
@EnabledIf(
        value = "dev.signet.support.browser.Chromium#isInstalled",
        disabledReason = "needs Debian's chromium and chromium-driver")
class LinkPagesInChromiumTest {

    @TestHTTPResource("/")
    URI signet;

    private static Chromium chromium;
    private static SmtpSink sink;

    @BeforeAll
    static void open() {
        chromium = Chromium.start("en");
        sink = SmtpSink.start();
    }

    @AfterAll
    static void close() {
        sink.close();
        chromium.close();
    }

    @BeforeEach
    void forget() {
        chromium.forget();
    }

    @Test
    void passwordResetWorksByKeyboard() {
        MailUser mailUser = MailUser.create();
        chromium.open(signet + "links/new/password-reset");
        assertFine("link-ask");
        chromium.submit(mailUser.username());
        assertFine("link-sent");

        open(sink.mail(mailUser.email()).token());
        assertFine("link-new-password");
        chromium.submit("short");
        assertFine("link-password-rejected");
        chromium.submit("an entirely new passphrase");

        assertFine("link-password-changed");
        Signet.loginRequest(mailUser.username(), "an entirely new passphrase")
                .send()
                .then()
                .statusCode(200);
    }

    @Test
    void linkSignInWithSecondFactorWorksByKeyboard() {
        MailUser mailUser = MailUser.create();
        SecondFactor factor = SecondFactor.enrol(mailUser.user());
        open(mailUser.token(sink, "sign-in"));
        assertFine("link-sign-in");
        chromium.submit(chromium.find("button"));
        assertFine("link-second-factor");
        chromium.submit(factor.authenticator().next());

        assertFine("link-signed-in");
        assertThat(chromium.driver().manage().getCookieNamed("signet-session")).isNotNull();
    }

    @Test
    void registrationAndVerificationWorkByKeyboard() {
        String email = "chromium-" + UUID.randomUUID() + "@example.com";
        chromium.open(signet + "links/new/registration");
        assertFine("link-register");
        chromium.submit(email);
        open(sink.mail(email).token());
        assertFine("link-new-account");
        chromium.focused().sendKeys("chromium-" + UUID.randomUUID(), Keys.TAB);
        chromium.submit(Signet.PASSWORD);
        assertFine("link-account-made");

        open(MailUser.create().token(sink, "email-verification"));
        assertFine("link-verify");
        chromium.submit(chromium.find("button"));
        assertFine("link-verified");
        open("sgl_dead");
        assertFine("link-dead");
    }

    @Test
    void emailChangeAndUndoWorkByKeyboard() {
        MailUser mailUser = MailUser.create();
        mailUser.patch(Map.of("email_verified", true));
        String next = "next-" + mailUser.email();
        SecondFactor factor = SecondFactor.enrol(mailUser.user());
        SecondFactor.post(
                        factor.session(),
                        "/auth/email",
                        Map.of(
                                "email",
                                next,
                                "password",
                                Signet.PASSWORD,
                                "otp",
                                factor.authenticator().next()))
                .then()
                .statusCode(202);
        open(sink.mail(next).token());
        assertFine("link-email-change");
        chromium.submit(Signet.PASSWORD);
        assertFine("link-email-change-factor");
        chromium.find("#password").sendKeys(Signet.PASSWORD);
        chromium.submit(chromium.find("#otp"), factor.authenticator().next());
        assertFine("link-email-changed");

        open(sink.mail(mailUser.email()).token());
        assertFine("link-email-undo");
        chromium.submit(chromium.find("button"));
        assertFine("link-email-undone");
    }

    private void open(String token) {
        chromium.open(signet + "links/" + token);
    }

    private void assertFine(String page) {
        chromium.photograph(page);
        assertThat(chromium.barriers()).as(page).isEmpty();
        chromium.resize(320, 640);
        assertThat(chromium.scrollsSideways()).as(page + " at 320 pixels").isFalse();
        assertThat(chromium.driver().manage().logs().get("browser").getAll())
                .as("content policy violations on " + page)
                .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
    }
}
