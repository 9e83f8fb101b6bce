package dev.signet.oauth.authorize;

import com.sun.net.httpserver.HttpServer;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Chromium;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static dev.signet.support.oauth.OAuth.deviceRequest;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages in a real browser: their flows by keyboard alone, and their accessibility according to axe-core. Screenshots:
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
class PagesInChromiumTest {

    private static final String WITH_ROLES = "openid profile groups";

    @TestHTTPResource("/")
    URI signet;

    private static Chromium chromium;

    private final BlockingQueue<String> responses = new LinkedBlockingQueue<>();
    private HttpServer application;
    private App app;

    @BeforeAll
    static void open() {
        chromium = Chromium.start("en");
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void start() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        application.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestURI().getPath().equals("/cb")) {
                responses.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            }
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        application.start();
        app = App.registered(Map.of(
                "redirect_uris",
                List.of("http://127.0.0.1/cb"),
                "client_name",
                "Field Notes",
                "scope",
                "openid profile email groups offline_access",
                "audiences",
                List.of("https://notes-and-attachments.api.example.com/v1")));
        chromium.forget();
    }

    @AfterEach
    void stop() {
        application.stop(0);
    }

    @Test
    void userSignsInByKeyboardAlone() throws Exception {
        SecondFactor factor = SecondFactor.enrolled();
        ask("scope", WITH_ROLES);
        assertAccessible("sign-in");
        assertThat(chromium.focused().getAttribute("id")).isEqualTo("username");

        chromium.focused().sendKeys(factor.user().username(), Keys.TAB);
        chromium.submit("wrong");
        assertAccessible("sign-in-wrong");
        assertThat(chromium.find("[role=alert]").getText()).isEqualTo("Incorrect username or password.");
        assertThat(chromium.focused().getAttribute("id")).isEqualTo("password");
        chromium.focused().sendKeys(Signet.PASSWORD, Keys.TAB);
        assertThat(chromium.focused().getText()).isEqualTo("Sign in");
        assertThat(chromium.focused().getCssValue("outline-style"))
                .as("focus is seen")
                .isEqualTo("solid");
        chromium.submit();

        assertAccessible("second-factor");
        chromium.submit(factor.authenticator().next());
        assertAccessible("consent");
        chromium.focused().sendKeys(Keys.TAB);
        assertThat(chromium.focused().getText()).isEqualTo("Allow");
        chromium.submit();

        assertThat(responses.poll(60, TimeUnit.SECONDS))
                .startsWith("GET /cb?code=")
                .contains("state=a+state");
        chromium.open(signet + "pages/style-0.css");
        assertThat(chromium.driver().manage().getCookies())
                .filteredOn(cookie -> cookie.getName().startsWith("signet-"))
                .hasSize(2)
                .allMatch(cookie -> cookie.isHttpOnly() && "Lax".equals(cookie.getSameSite()));
    }

    @Test
    void formPostPageSubmitsItselfDespiteContentPolicy() throws Exception {
        ask("response_mode", "form_post", "prompt", "none");

        assertThat(responses.poll(60, TimeUnit.SECONDS)).startsWith("POST /cb ").contains("error=login_required");
    }

    @Test
    void userDecidesAboutReturnToSelfRegisteredClient() throws Exception {
        app = UntrustedRedirectTest.selfRegistered("http://127.0.0.1/cb");
        ask("prompt", "none", "ui_locales", "de");
        assertAccessible("untrusted-return-german");
        ask("prompt", "none", "response_mode", "form_post");
        assertAccessible("untrusted-return-by-form");
        ask("prompt", "none");
        assertAccessible("untrusted-return");

        chromium.submit(chromium.find("main a"));

        assertThat(responses.poll(60, TimeUnit.SECONDS)).startsWith("GET /cb?error=login_required");
    }

    @Test
    void otherPagesPassAccessibilityChecks() {
        TestUser user = Signet.createUser();
        ask("client_id", "nobody");
        assertAccessible("error");
        ask("ui_locales", "de", "scope", WITH_ROLES);
        assertAccessible("sign-in-german");
        chromium.find("#username").sendKeys(user.username());
        chromium.submit(chromium.find("#password"), Signet.PASSWORD);
        assertAccessible("consent-german");
        ask("prompt", "select_account");
        assertAccessible("select-account");
        chromium.open(signet + "device");
        assertAccessible("device-code");
        ask("prompt", "select_account");
        chromium.driver().executeScript("document.querySelector('button[value=another]').click()");
        assertThat(chromium.find("h1").getText()).isEqualTo("Sign in");
    }

    @Test
    void userConnectsDeviceByKeyboardAlone() {
        TestUser user = Signet.createUser();
        TestClient television = TestClient.register(Map.of(
                "client_name",
                "Television",
                "grant_types",
                List.of(OAuth.DEVICE_CODE),
                "scope",
                "openid profile groups",
                "audiences",
                List.of("https://notes-and-attachments.api.example.com/v1"),
                "token_endpoint_auth_method",
                "none"));
        String code = deviceRequest(television, "openid profile groups").send().path("user_code");
        chromium.open(signet + "device?user_code=" + code);
        chromium.submit(user.username(), Keys.TAB, Signet.PASSWORD);

        assertAccessible("device-code-given");
        assertThat(chromium.focused().getAttribute("value")).isEqualTo(code);
        chromium.submit();
        assertAccessible("device-decision");
        chromium.focused().sendKeys(Keys.TAB);
        assertThat(chromium.focused().getText()).isEqualTo("Allow");
        chromium.submit();
        assertAccessible("device-connected");
        assertThat(chromium.find("h1").getText()).isEqualTo("Device connected");
    }

    @Test
    void userSignsOutByKeyboardAlone() {
        TestUser user = Signet.createUser();
        ask();
        chromium.submit(user.username(), Keys.TAB, Signet.PASSWORD);
        chromium.open(signet + "oauth2/logout?client_id=" + app.client().id());

        assertAccessible("sign-out");
        chromium.focused().sendKeys(Keys.TAB);
        assertThat(chromium.focused().getText()).isEqualTo("Sign out");
        chromium.submit();
        assertAccessible("signed-out");
        assertThat(chromium.find("h1").getText()).isEqualTo("You're signed out");

        ask();
        assertThat(chromium.find("h1").getText()).isEqualTo("Sign in");
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

    private void ask(String... changes) {
        Map<String, String> request = app.request(changes);
        request.put(
                "redirect_uri", "http://127.0.0.1:" + application.getAddress().getPort() + "/cb");
        chromium.open(signet + "oauth2/authorize?"
                + request.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }
}
