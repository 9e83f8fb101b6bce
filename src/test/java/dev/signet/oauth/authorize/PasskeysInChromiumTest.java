package dev.signet.oauth.authorize;

import com.sun.net.httpserver.HttpServer;
import dev.signet.support.accounts.PasskeyRequests;
import dev.signet.support.accounts.PasskeyRequests.Started;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Chromium;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.App;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

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

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Passkeys in a real browser with a virtual authenticator. Screenshots: target/screenshots. */
@QuarkusTest
@DisabledIfSystemProperty(
        named = "signet.test.database",
        matches = "postgresql",
        disabledReason = "no page depends on the database")
@EnabledIf(
        value = "dev.signet.support.browser.Chromium#isInstalled",
        disabledReason = "needs Debian's chromium and chromium-driver")
class PasskeysInChromiumTest {

    private static final String ISSUER = TestInstallation.ISSUER;

    @TestHTTPResource("/")
    URI signet;

    private final BlockingQueue<String> responses = new LinkedBlockingQueue<>();
    private Chromium chromium;
    private VirtualAuthenticator authenticator;
    private HttpServer application;
    private App app;

    @BeforeEach
    void start() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        application.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/cb")) {
                responses.add(exchange.getRequestURI().toString());
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
                "first_party",
                true,
                "scope",
                "openid profile email"));
        chromium = Chromium.startAtIssuer("en", signet.getPort());
        authenticator = chromium.driver()
                .addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                        .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                        .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                        .setHasResidentKey(true)
                        .setHasUserVerification(true)
                        .setIsUserConsenting(true)
                        .setIsUserVerified(true));
    }

    @AfterEach
    void stop() {
        chromium.close();
        application.stop(0);
    }

    @Test
    void buttonSignsInWithoutUsername() throws Exception {
        createPasskey(Signet.createUser().login());
        authenticator.setUserVerified(false); // Otherwise autofill signs in before the button is pressed.
        ask();
        assertAccessible("passkey-sign-in");
        authenticator.setUserVerified(true);

        pressPasskeyButton();

        assertThat(responses.poll(60, TimeUnit.SECONDS)).startsWith("/cb?code=");
    }

    @Test
    void autofillSignsIn() throws Exception {
        createPasskey(Signet.createUser().login());

        ask();

        assertThat(responses.poll(60, TimeUnit.SECONDS)).startsWith("/cb?code=");
    }

    @Test
    void passkeyReplacesTheCodeAfterAPassword() throws Exception {
        SecondFactor factor = SecondFactor.enrolled();
        createPasskey(factor.session(), PasskeyRequests.startRegistration(factor));
        authenticator.setUserVerified(false);
        ask();
        chromium.focused().sendKeys(factor.user().username(), Keys.TAB);
        chromium.submit(Signet.PASSWORD);
        assertAccessible("passkey-second-factor");
        authenticator.setUserVerified(true);

        pressPasskeyButton();

        assertThat(responses.poll(60, TimeUnit.SECONDS)).startsWith("/cb?code=");
    }

    @Test
    void removedPasskeyShowsANoticeAndThePasswordStillWorks() throws Exception {
        TestUser user = Signet.createUser();
        Tokens session = user.login();
        String id = createPasskey(session);
        switchAutofillOff();
        ask();
        PasskeyRequests.remove(session, id).then().statusCode(204);
        pressPasskeyButton();
        await().ignoreException(TimeoutException.class)
                .until(() -> chromium.driver().getPageSource().contains("This passkey couldn"));

        chromium.find("#username").sendKeys(user.username(), Keys.TAB);
        chromium.submit(Signet.PASSWORD);

        assertThat(responses.poll(60, TimeUnit.SECONDS)).startsWith("/cb?code=");
    }

    private void click(String selector) {
        chromium.find(selector).click();
    }

    private void pressPasskeyButton() {
        chromium.find("[data-passkey-button]").click();
    }

    /** Creates a passkey with the virtual authenticator, and registers it over REST as a native application does. */
    private String createPasskey(Tokens session) {
        return createPasskey(session, PasskeyRequests.startRegistration(session));
    }

    private String createPasskey(Tokens session, Started started) {
        chromium.open(ISSUER + "/oauth2/authorize"); // Any page of the origin.
        @SuppressWarnings("unchecked")
        Map<String, Object> credential = (Map<String, Object>) chromium.driver()
                .executeAsyncScript(
                        "const [options, done] = arguments;"
                                + "navigator.credentials.create({publicKey:"
                                + " PublicKeyCredential.parseCreationOptionsFromJSON(options)})"
                                + ".then(created => done(created.toJSON()), error => done({error: String(error)}))",
                        started.options());
        return PasskeyRequests.finishRegistration(session, started, credential, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    // The virtual authenticator answers autofill at once, so the page would be sent again and again.
    private void switchAutofillOff() {
        chromium.driver()
                .executeCdpCommand(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of("source", "PublicKeyCredential.isConditionalMediationAvailable = async () => false"));
    }

    private void ask() {
        Map<String, String> request = app.request();
        request.put(
                "redirect_uri", "http://127.0.0.1:" + application.getAddress().getPort() + "/cb");
        chromium.open(ISSUER + "/oauth2/authorize?"
                + request.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private void assertAccessible(String name) {
        chromium.photograph(name);
        assertThat(chromium.barriers()).as(name).isEmpty();
    }
}
