package dev.signet.selfservice;

import dev.signet.support.accounts.PasskeyRequests;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Chromium;
import dev.signet.support.installation.TestInstallation;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

import java.net.URI;
import java.util.List;

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The page for passkeys in a real browser with a virtual authenticator. Screenshots: target/screenshots. */
@QuarkusTest
@DisabledIfSystemProperty(
        named = "signet.test.database",
        matches = "postgresql",
        disabledReason = "no page depends on the database")
@EnabledIf(
        value = "dev.signet.support.browser.Chromium#isInstalled",
        disabledReason = "needs Debian's chromium and chromium-driver")
class PasskeysPageInChromiumTest {

    private static final String ISSUER = TestInstallation.ISSUER;

    @TestHTTPResource("/")
    URI signet;

    private Chromium chromium;
    private VirtualAuthenticator authenticator;

    @BeforeEach
    void start() {
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
    }

    @Test
    void userAddsRenamesAndRemovesAPasskeyOnTheAccountPage() {
        TestUser user = Signet.createUser();
        authenticator.setUserVerified(false);
        chromium.open(ISSUER + "/account/security");
        chromium.focused().sendKeys(user.username(), Keys.TAB);
        chromium.submit(Signet.PASSWORD);
        authenticator.setUserVerified(true);
        assertAccessible("passkeys-none");
        click("details:has(form[action$='/passkeys/new']) summary");
        chromium.submit(chromium.find("#passkey-password"), Signet.PASSWORD);
        await().until(() -> isShown("[data-passkey-button]"));
        assertAccessible("passkey-new");
        chromium.find("#name").sendKeys("Laptop");

        pressPasskeyButton();

        await().until(() -> isShown("[role=status]"));
        assertThat(chromium.find("[role=status]").getText()).isEqualTo("Passkey added.");
        assertAccessible("passkeys-added");
        Tokens session = user.login();
        PasskeyRequests.list(session).then().body("items.name", equalTo(List.of("Laptop")));
        chromium.find(".entries summary").click();
        chromium.find(".entries input[name=name]").clear();
        chromium.submit(chromium.find(".entries input[name=name]"), "Work laptop");
        assertThat(chromium.find("[role=status]").getText()).isEqualTo("Passkey renamed.");
        assertThat(chromium.find(".entries strong").getText()).isEqualTo("Work laptop");
        click("form[action$='/removal'] button");
        await().until(() ->
                chromium.driver().findElements(By.cssSelector(".entries")).isEmpty());
        assertThat(chromium.find("[role=status]").getText()).startsWith("Passkey removed.");
        Signet.me(session.access()).then().statusCode(401);
    }

    private void click(String selector) {
        chromium.find(selector).click();
    }

    private boolean isShown(String selector) {
        return chromium.driver().findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    private void pressPasskeyButton() {
        chromium.find("[data-passkey-button]").click();
    }

    private void assertAccessible(String name) {
        chromium.photograph(name);
        assertThat(chromium.barriers()).as(name).isEmpty();
    }
}
