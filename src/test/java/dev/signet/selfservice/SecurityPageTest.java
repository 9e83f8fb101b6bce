package dev.signet.selfservice;

import dev.signet.support.accounts.Authenticator;
import dev.signet.support.accounts.PasskeyDevice;
import dev.signet.support.accounts.PasskeyRequests;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** The page for the password, the authenticator app and the recovery codes. */
@QuarkusTest
class SecurityPageTest {

    private static final String PAGE = "/account/security";
    private static final String PASSWORD = PAGE + "/password";
    private static final String NEW_PASSKEY = PAGE + "/passkeys/new";
    private static final String AUTHENTICATOR = PAGE + "/authenticator";
    private static final String CONFIRMATION = AUTHENTICATOR + "/confirmation";
    private static final String REMOVAL = AUTHENTICATOR + "/removal";
    private static final String RECOVERY_CODES = PAGE + "/recovery-codes";
    private static final String NEW_PASSWORD = "an entirely new passphrase";

    @Test
    void wellKnownUrlLeadsToThePageForThePassword() {
        given().redirects()
                .follow(false)
                .get("/.well-known/change-password")
                .then()
                .statusCode(303)
                .header("Location", "/account/security");
    }

    @Test
    @Journey
    void passwordIsChangedAndOtherSessionsEnd() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Tokens other = visitor.user().login();

        Shown done = visitor.submitAndFollow(
                PAGE, PASSWORD, "current_password", Signet.PASSWORD, "new_password", NEW_PASSWORD);

        assertThat(AccountVisitor.success(done)).startsWith("Your password is changed.");
        assertThat(AccountVisitor.success(visitor.open(PAGE))).as("shown once").isEmpty();
        Signet.refresh(other.refresh()).then().statusCode(401);
        Signet.loginRequest(visitor.user().username(), NEW_PASSWORD)
                .send()
                .then()
                .statusCode(200);
    }

    @Test
    void changedCredentialsInvalidateCopiedCookie() {
        AccountVisitor visitor = AccountVisitor.signedIn();

        AccountVisitor passwordThief = copyCookies(visitor);
        visitor.submit(visitor.open(PAGE), PASSWORD, "current_password", Signet.PASSWORD, "new_password", NEW_PASSWORD);
        assertSignedOut(passwordThief);

        Shown setUp = visitor.submit(visitor.open(PAGE), AUTHENTICATOR, "password", NEW_PASSWORD);
        Authenticator app = new Authenticator(secret(setUp));
        AccountVisitor enrolmentThief = copyCookies(visitor);
        Shown codes = visitor.submit(setUp, CONFIRMATION, "otp", app.next());
        assertSignedOut(enrolmentThief);

        String code = codes.page().select(".recovery-codes code").eachText().get(0);
        AccountVisitor removalThief = copyCookies(visitor);
        visitor.submit(visitor.open(PAGE), REMOVAL, "password", NEW_PASSWORD, "otp", code);
        assertSignedOut(removalThief);

        assertThat(visitor.open(PAGE).response().statusCode()).isEqualTo(200);
    }

    @Test
    void removedPasskeyInvalidatesCopiedCookie() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        String passkey = PasskeyRequests.register(visitor.user().login(), PasskeyDevice.create());
        AccountVisitor thief = copyCookies(visitor);

        visitor.submit(visitor.open(PAGE), PAGE + "/passkeys/" + passkey + "/removal");

        assertSignedOut(thief);
        assertThat(visitor.open(PAGE).response().statusCode()).isEqualTo(200);
    }

    @Test
    void cookieAloneStartsNoPasskey() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Shown page = visitor.open(PAGE);

        Shown missing = visitor.submit(page, NEW_PASSKEY);
        Shown wrong = visitor.submit(page, NEW_PASSKEY, "password", "wrong");
        Shown started = visitor.submit(page, NEW_PASSKEY, "password", Signet.PASSWORD);

        assertThat(missing.response().statusCode()).isEqualTo(400);
        assertThat(missing.alert()).isEqualTo("Incorrect password or code.").isEqualTo(wrong.alert());
        assertThat(wrong.page().select("details[open] form").attr("action")).isEqualTo(NEW_PASSKEY);
        assertThat(started.page().select("form[data-passkey-options]")).hasSize(1);
    }

    @Test
    void unacceptablePasswordsAreRejected() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Shown page = visitor.open(PAGE);

        Shown wrong = visitor.submit(page, PASSWORD, "current_password", "wrong", "new_password", NEW_PASSWORD);
        Shown weak = visitor.submit(page, PASSWORD, "current_password", Signet.PASSWORD, "new_password", "password");

        assertThat(wrong.response().statusCode()).isEqualTo(400);
        assertThat(wrong.alert()).isEqualTo("Incorrect current password.");
        assertThat(weak.alert()).startsWith("This password is too short, too long or too easy to guess.");
        assertThat(weak.page().select("details[open] form").attr("action")).isEqualTo(PASSWORD);
        visitor.user().loginRequest().send().then().statusCode(200);
    }

    @Test
    void passwordAttemptsAreLimited() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Shown page = visitor.open(PAGE);
        Shown shown = page;
        for (int i = 0; i < 11; i++) {
            shown = visitor.submit(page, PASSWORD, "current_password", "wrong", "new_password", NEW_PASSWORD);
        }

        assertThat(shown.response().statusCode()).isEqualTo(429);
        assertThat(shown.response().header("Retry-After")).matches("[0-9]+");
        assertThat(shown.alert()).startsWith("Too many attempts.");
    }

    @Test
    @Journey
    void authenticatorAppIsSetUpAndTurnedOff() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Tokens other = visitor.user().login();
        Shown setUp = visitor.submit(visitor.open(PAGE), AUTHENTICATOR, "password", Signet.PASSWORD);
        assertThat(setUp.page().select("[role=img] svg path")).hasSize(2);
        Authenticator app = new Authenticator(secret(setUp));

        Shown wrong = visitor.submit(setUp, CONFIRMATION, "otp", app.wrong());
        assertThat(wrong.alert()).isEqualTo("This code is incorrect or was already used.");
        assertThat(wrong.page().select("svg")).isEmpty();
        Shown codes = visitor.submit(wrong, CONFIRMATION, "otp", app.next());

        assertThat(AccountVisitor.success(codes)).startsWith("The authenticator app is turned on.");
        List<String> shownCodes = codes.page().select(".recovery-codes code").eachText();
        assertThat(shownCodes).hasSize(10).doesNotHaveDuplicates();
        assertThat(file(codes)).isEqualTo(String.join("\n", shownCodes) + "\n");
        Signet.refresh(other.refresh()).then().statusCode(401);
        Shown page = visitor.open(PAGE);
        assertThat(page.page().text()).contains("Unused codes: 10");
        assertThat(page.response().asString()).doesNotContain(shownCodes.get(0));

        Shown withoutCode = visitor.submit(page, REMOVAL, "password", Signet.PASSWORD);
        assertThat(withoutCode.alert()).isEqualTo("Incorrect password or code.");
        Shown removed = visitor.submitAndFollow(PAGE, REMOVAL, "password", Signet.PASSWORD, "otp", shownCodes.get(0));

        assertThat(AccountVisitor.success(removed)).startsWith("The authenticator app is turned off.");
        visitor.user().loginRequest().send().then().statusCode(200);
    }

    @Test
    void unconfirmedAppIsNoSecondFactor() {
        AccountVisitor visitor = AccountVisitor.signedIn();

        visitor.submit(visitor.open(PAGE), AUTHENTICATOR, "password", Signet.PASSWORD);

        SecondFactor.list(visitor.user().login()).then().body("items", hasSize(0));
    }

    @Test
    void setUpEndsAfterTooManyWrongCodes() {
        AccountVisitor visitor = AccountVisitor.signedIn();
        Shown setUp = visitor.submit(visitor.open(PAGE), AUTHENTICATOR, "password", Signet.PASSWORD);
        String wrong = new Authenticator(secret(setUp)).wrong();
        Shown shown = setUp;
        for (int i = 0; i < 6; i++) {
            shown = visitor.submit(setUp, CONFIRMATION, "otp", wrong);
        }

        assertThat(shown.alert()).startsWith("The setup has expired");
        assertThat(shown.page().select("details[open] form").attr("action")).isEqualTo(AUTHENTICATOR);
    }

    @Test
    void recoveryCodesAreReplaced() {
        SecondFactor factor = SecondFactor.enrolled();
        AccountVisitor visitor = withFactor(factor);

        Shown codes = visitor.submit(
                visitor.open(PAGE),
                RECOVERY_CODES,
                "password",
                Signet.PASSWORD,
                "otp",
                factor.authenticator().next());

        List<String> fresh = codes.page().select(".recovery-codes code").eachText();
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(factor.recoveryCodes());
        SecondFactor.finish(
                        factor.mfaToken(),
                        "recovery_code",
                        factor.recoveryCodes().get(1))
                .then()
                .statusCode(401);
        SecondFactor.finish(factor.mfaToken(), "recovery_code", fresh.get(0))
                .then()
                .statusCode(200);
    }

    @Test
    void factorOfAnotherAccountIsNotFound() {
        SecondFactor victim = SecondFactor.enrolled();
        SecondFactor own = SecondFactor.enrolled();
        AccountVisitor visitor = withFactor(own);

        Shown rejected = visitor.submit(
                visitor.open(PAGE),
                REMOVAL,
                "factor",
                victim.id(),
                "password",
                Signet.PASSWORD,
                "otp",
                own.authenticator().next());

        assertThat(rejected.response().statusCode()).isEqualTo(404);
        SecondFactor.list(victim.session()).then().body("items[0].id", equalTo(victim.id()));
    }

    private static AccountVisitor copyCookies(AccountVisitor victim) {
        AccountVisitor thief = new AccountVisitor(victim.user(), new Browser());
        thief.browser().cookies().putAll(victim.browser().cookies());
        assertThat(thief.open("/account").response().statusCode()).isEqualTo(200);
        return thief;
    }

    private static void assertSignedOut(AccountVisitor thief) {
        assertThat(thief.open("/account").location()).startsWith("/account/sign-in");
    }

    private static AccountVisitor withFactor(SecondFactor factor) {
        AccountVisitor visitor = new AccountVisitor(factor.user(), new Browser());
        Shown second = visitor.browser()
                .signIn(visitor.open("/account/sign-in"), factor.user().username(), Signet.PASSWORD);
        visitor.browser().submit(second, "otp", factor.authenticator().next());
        return visitor;
    }

    private static String secret(Shown setUp) {
        return setUp.page().select("code.secret").text().replace(" ", "");
    }

    private static String file(Shown codes) {
        String link = codes.page().select("a[download]").attr("href");
        assertThat(link).startsWith("data:text/plain;charset=utf-8,");
        return URLDecoder.decode(link.substring(link.indexOf(',') + 1), StandardCharsets.UTF_8);
    }
}
