package dev.signet.links.page;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.Signet;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.mail.SmtpSink;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Return to the application after a link that the user requested on the sign-in page of the application. */
@QuarkusTest
class InterruptedLoginTest {

    private static final String CONTINUATION = "/oauth2/authorize/continuation";
    private static final String NEW_PASSWORD = "an entirely new passphrase";
    private static SmtpSink sink;

    private final Browser browser = new Browser();

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
    void signInLinkContinuesTheLogin() {
        MailUser mailUser = MailUser.create();
        App.trusted().start(browser);
        String token = mailUser.token(sink, "sign-in");

        Shown done = browser.submit(open(browser, token));

        assertThat(done.heading()).isEqualTo("You're signed in");
        assertThat(done.page().select("a.button").text()).isEqualTo("Continue to Notes & <Things>");
        assertThat(App.parameters(follow(done))).containsKey("code").containsEntry("state", "a state");
    }

    @Test
    void resetPasswordContinuesTheLogin() {
        MailUser mailUser = MailUser.create();
        App.trusted().start(browser);
        String token = mailUser.token(sink, "password-reset");

        Shown done = browser.submit(open(browser, token), "new_password", NEW_PASSWORD);
        Shown signIn = follow(done);

        assertThat(signIn.heading()).isEqualTo("Sign in");
        assertThat(signIn.page().select(".lead").text()).isEqualTo("to continue to Notes & <Things>");
        assertThat(App.parameters(browser.signIn(signIn, mailUser.username(), NEW_PASSWORD)))
                .containsKey("code");
    }

    @Test
    void linkInAnotherBrowserHasNoContinuation() {
        MailUser mailUser = MailUser.create();
        App.trusted().start(browser);
        String token = mailUser.token(sink, "sign-in");
        Browser other = new Browser();

        Shown done = other.submit(open(other, token));

        assertThat(done.heading()).isEqualTo("You're signed in");
        assertThat(done.page().select("a")).isEmpty();
    }

    @Test
    void completedLoginIsNotContinued() {
        MailUser mailUser = MailUser.create();
        App.trusted().login(browser, mailUser.username());
        String token = mailUser.token(sink, "sign-in");

        Shown done = browser.submit(open(browser, token));

        assertThat(done.page().select("a")).isEmpty();
        browser.open(CONTINUATION, Map.of()).assertPageExpired();
    }

    @Test
    void continuedLoginIsNotContinuedAgain() {
        MailUser mailUser = MailUser.create();
        Shown formerPage = App.trusted().start(browser);
        String token = mailUser.token(sink, "sign-in");
        Shown done = browser.submit(open(browser, token));
        assertThat(App.parameters(follow(done))).containsKey("code");

        browser.open(CONTINUATION, Map.of()).assertPageExpired();
        browser.signIn(formerPage, mailUser.username(), Signet.PASSWORD).assertPageExpired();
    }

    @Test
    void continuationWithoutALoginIsExpired() {
        browser.open(CONTINUATION, Map.of()).assertPageExpired();
    }

    private Shown follow(Shown done) {
        String path = done.page().select("a.button").attr("href");
        assertThat(path).isEqualTo(CONTINUATION);
        return browser.open(path, Map.of());
    }

    private static Shown open(Browser browser, String token) {
        return browser.open("/links/" + token, Map.of());
    }
}
