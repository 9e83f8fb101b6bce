package dev.signet.selfservice;

import dev.signet.support.accounts.Authenticator;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Chromium;
import dev.signet.support.oauth.App;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Account pages in a real browser: by keyboard alone, and their accessibility according to axe-core. Screenshots:
 * target/screenshots.
 */
@QuarkusTest
@DisabledIfSystemProperty(
        named = "signet.test.database",
        matches = "postgresql",
        disabledReason = "no page depends on the database")
@EnabledIf(
        value = "dev.signet.support.browser.Chromium#isInstalled",
        disabledReason = "needs Debian's chromium and chromium-driver")
class AccountPagesInChromiumTest {

    private static final List<String> PAGES =
            List.of("", "/profile", "/profile/email", "/security", "/sessions", "/applications", "/api-keys", "/data");

    @TestHTTPResource("/")
    URI signet;

    private Chromium chromium;

    @Test
    void englishPagesPassAccessibilityChecks() {
        assertPagesAccessible("en", "");
    }

    @Test
    void germanPagesPassAccessibilityChecks() {
        assertPagesAccessible("de", "-german");
    }

    @Test
    void authenticatorAppIsSetUpByKeyboardAlone() {
        try (Chromium started = Chromium.start("en")) {
            chromium = started;
            signIn(Signet.createUser());
            open("account/security");
            chromium.driver().executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
            assertAccessible("account-security-open");

            chromium.submit(chromium.find("#enrolment-password"), Signet.PASSWORD);
            assertAccessible("account-authenticator");
            chromium.find("details summary").click();
            Authenticator app =
                    new Authenticator(chromium.find("code.secret").getText().replace(" ", ""));
            chromium.submit(chromium.find("#otp"), app.wrong());
            assertAccessible("account-authenticator-wrong");
            chromium.submit(app.next());

            assertAccessible("account-recovery-codes");
            assertThat(chromium.find("h1").getText()).isEqualTo("Recovery codes");
            open("account/security");
            assertAccessible("account-security-on");
        }
    }

    private void assertPagesAccessible(String language, String suffix) {
        try (Chromium started = Chromium.start(language)) {
            chromium = started;
            TestUser user = Signet.createUser();
            open("");
            assertAccessible("start" + suffix);
            signIn(user);
            user.login();
            allowApplication();
            for (String page : PAGES) {
                open("account" + page);
                assertAccessible("account" + page.replace('/', '-') + suffix);
            }
        }
    }

    private void signIn(TestUser user) {
        open("account/sign-in");
        chromium.submit(user.username(), Keys.TAB, Signet.PASSWORD);
        assertThat(chromium.driver().getCurrentUrl()).endsWith("/account");
    }

    private void allowApplication() {
        App app = App.registered(
                Map.of("client_name", "Field Notes", "audiences", List.of("https://notes-and-attachments.example/v1")));
        open("oauth2/authorize?"
                + app.request("scope", "openid profile offline_access").entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
        // The application's own host does not exist, so the browser stays without its page.
        chromium.driver().executeScript("document.querySelector('button[value=allow]').click()");
    }

    private void open(String path) {
        chromium.open(signet + path);
    }

    private void assertAccessible(String page) {
        chromium.photograph(page);
        assertThat(chromium.barriers()).as(page).isEmpty();
        chromium.resize(320, 640);
        assertThat(chromium.scrollsSideways()).as(page + " at 320 pixels").isFalse();
        assertThat(chromium.driver().manage().logs().get("browser").getAll())
                .as("content policy violations on " + page)
                .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
    }
}
