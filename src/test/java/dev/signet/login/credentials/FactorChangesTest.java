package dev.signet.login.credentials;

import dev.signet.support.accounts.Authenticator;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.accounts.SecondFactor.credentials;
import static dev.signet.support.accounts.SecondFactor.finish;
import static dev.signet.support.accounts.SecondFactor.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

/** Enrolment, replacement and removal of second factors, by the user or an administrator. */
@QuarkusTest
class FactorChangesTest {

    private static final String RECOVERY_CODES = "/auth/factors/recovery-codes";

    @Test
    @Journey
    void enrolmentIsActiveAfterConfirmation() {
        TestUser user = Signet.createUser();
        Tokens session = user.login();

        Response enrolment = post(session, SecondFactor.TOTP, credentials());

        String secret = enrolment
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("secret", matchesPattern("[A-Z2-7]{32}"))
                .body("expires_in", equalTo(600))
                .extract()
                .path("secret");
        assertThat(enrolment.<String>path("uri"))
                .matches("otpauth://totp/[^:/?]+:" + user.username() + "\\?secret=" + secret
                        + "&issuer=[^&]+&algorithm=SHA1&digits=6&period=30");
        SecondFactor.list(session).then().body("items", hasSize(0)).body("recovery_codes_left", equalTo(0));
        user.login();

        Response confirmation =
                post(session, SecondFactor.CONFIRMATION, Map.of("otp", new Authenticator(secret).next()));

        confirmation
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("recovery_codes", hasSize(10))
                .body("recovery_codes", everyItem(matchesPattern("([A-Z2-7]{4}-){3}[A-Z2-7]{4}")));
        SecondFactor.list(session)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(enrolment.<String>path("id"))))
                .body("items.type", equalTo(List.of("totp")))
                .body("items.locked", equalTo(List.of(false)))
                .body("recovery_codes_left", equalTo(10));
        assertThat(SecondFactor.list(session).asString()).doesNotContain(secret);
    }

    @Test
    void enrolmentEndsEveryOtherSession() {
        TestUser user = Signet.createUser();
        Tokens before = user.login();

        SecondFactor factor = SecondFactor.enrol(user);

        Signet.me(before.access()).then().statusCode(401);
        Signet.refresh(before.refresh()).then().statusCode(401);
        Signet.me(factor.session().access()).then().statusCode(200);
    }

    @Test
    void enrolmentAttemptsAreLimited() {
        Tokens stolen = Signet.createUser().login();
        Authenticator authenticator =
                new Authenticator(post(stolen, SecondFactor.TOTP, credentials()).path("secret"));
        for (int i = 0; i < 5; i++) {
            assertProblem(
                    post(stolen, SecondFactor.CONFIRMATION, Map.of("otp", authenticator.wrong())),
                    401,
                    "invalid_credentials");
        }

        assertProblem(post(stolen, SecondFactor.CONFIRMATION, Map.of("otp", authenticator.next())), 404, "not_found");
    }

    @Test
    void newEnrolmentReplacesThePendingOne() {
        Tokens session = Signet.createUser().login();
        Authenticator first = new Authenticator(
                post(session, SecondFactor.TOTP, credentials()).path("secret"));
        Authenticator second = new Authenticator(
                post(session, SecondFactor.TOTP, credentials()).path("secret"));

        post(session, SecondFactor.CONFIRMATION, Map.of("otp", first.next()))
                .then()
                .statusCode(401);
        post(session, SecondFactor.CONFIRMATION, Map.of("otp", second.next()))
                .then()
                .statusCode(200);
        post(session, SecondFactor.CONFIRMATION, Map.of("otp", second.next()))
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "123 456", " 123456", "-12345", "１２３４５６", "٠١٢٣٤٥"})
    void malformedCodeIsAClientError(String otp) {
        Signet.loginRequest("somebody", Signet.PASSWORD)
                .otp(otp)
                .send()
                .then()
                .statusCode(400)
                .body("member", equalTo("otp"));
        finish("sgm_x", otp).then().statusCode(400).body("member", equalTo("otp"));
    }

    @Test
    void factorChangesRequireThePassword() {
        Tokens stolen = Signet.createUser().login();
        post(stolen, SecondFactor.TOTP, Map.of()).then().statusCode(400).body("member", equalTo("password"));
        assertProblem(
                post(stolen, SecondFactor.TOTP, Map.of("password", "a guessed passphrase")),
                401,
                "invalid_credentials");
        SecondFactor factor = SecondFactor.enrolled();
        String removal = "/auth/factors/" + factor.id() + "/removal";
        Map<String, String> guess = Map.of(
                "password",
                "a guessed passphrase",
                "otp",
                factor.authenticator().next());

        assertProblem(post(factor.session(), removal, guess), 401, "invalid_credentials");
        post(factor.session(), RECOVERY_CODES, guess).then().statusCode(401);
        post(factor.session(), SecondFactor.TOTP, guess).then().statusCode(401);

        SecondFactor.list(factor.session()).then().body("items", hasSize(1)).body("recovery_codes_left", equalTo(10));
    }

    @Test
    void factorChangesRequireAnExistingFactor() {
        SecondFactor factor = SecondFactor.enrolled();

        for (String path : List.of("/auth/factors/" + factor.id() + "/removal", RECOVERY_CODES, SecondFactor.TOTP)) {
            assertProblem(post(factor.session(), path, credentials()), 401, "otp_required")
                    .body("methods", equalTo(List.of("otp", "recovery_code")))
                    .body("$", not(hasKey("mfa_token")));
            assertProblem(
                    post(
                            factor.session(),
                            path,
                            credentials("otp", factor.authenticator().wrong())),
                    401,
                    "invalid_credentials");
        }

        SecondFactor.list(factor.session()).then().body("items.id", equalTo(List.of(factor.id())));
    }

    @Test
    void ownPasswordAttemptsAreLimitedAcrossPaths() {
        Tokens stolen = Signet.createUser().login();
        for (int i = 0; i < 10; i++) {
            if (i % 2 == 0) {
                post(stolen, SecondFactor.TOTP, Map.of("password", "guess number " + i))
                        .then()
                        .statusCode(401);
            } else {
                post(
                                stolen,
                                "/auth/password",
                                Map.of("current_password", "guess number " + i, "new_password", "a fine new one"))
                        .then()
                        .statusCode(401);
            }
        }

        post(stolen, SecondFactor.TOTP, credentials()).then().statusCode(429);
    }

    @Test
    @Journey
    void userRemovesTheFactor() {
        SecondFactor factor = SecondFactor.enrolled();
        Tokens elsewhere = Signet.tokens(factor.login(factor.authenticator().next()));
        String removal = "/auth/factors/" + factor.id() + "/removal";

        post(
                        factor.session(),
                        removal,
                        credentials("otp", factor.authenticator().next()))
                .then()
                .statusCode(204);

        SecondFactor.list(factor.session()).then().body("items", hasSize(0)).body("recovery_codes_left", equalTo(0));
        Signet.me(elsewhere.access()).then().statusCode(401);
        factor.user().login();
        post(factor.session(), removal, credentials()).then().statusCode(404);
    }

    @Test
    void recoveryCodeAllowsFactorRemoval() {
        SecondFactor factor = SecondFactor.enrolled();

        post(
                        factor.session(),
                        "/auth/factors/" + factor.id() + "/removal",
                        credentials("recovery_code", factor.recoveryCodes().get(9)))
                .then()
                .statusCode(204);

        factor.user().login();
    }

    @Test
    void factorOfAnotherAccountIsNotFound() {
        SecondFactor mine = SecondFactor.enrolled();
        SecondFactor other = SecondFactor.enrolled();

        for (String id : List.of(other.id(), UUID.randomUUID().toString())) {
            post(
                            mine.session(),
                            "/auth/factors/" + id + "/removal",
                            credentials("otp", mine.authenticator().next()))
                    .then()
                    .statusCode(404);
        }

        SecondFactor.list(other.session()).then().body("items", hasSize(1));
    }

    @Test
    void newAuthenticatorReplacesTheOldOne() {
        SecondFactor factor = SecondFactor.enrolled();
        Response enrolment = post(
                factor.session(),
                SecondFactor.TOTP,
                credentials("otp", factor.authenticator().next()));
        Authenticator fresh =
                new Authenticator(enrolment.then().statusCode(200).extract().path("secret"));
        post(factor.session(), SecondFactor.CONFIRMATION, Map.of("otp", fresh.next()))
                .then()
                .statusCode(200);

        SecondFactor.list(factor.session()).then().body("items.id", equalTo(List.of(enrolment.<String>path("id"))));
        factor.login(factor.authenticator().next()).then().statusCode(401);
        finish(factor.mfaToken(), "recovery_code", factor.recoveryCodes().get(0))
                .then()
                .statusCode(401);
        factor.login(fresh.next()).then().statusCode(200);
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        SecondFactor factor = SecondFactor.enrolled();

        List<String> fresh = post(
                        factor.session(),
                        RECOVERY_CODES,
                        credentials("recovery_code", factor.recoveryCodes().get(0)))
                .then()
                .statusCode(200)
                .extract()
                .path("recovery_codes");

        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(factor.recoveryCodes());
        finish(factor.mfaToken(), "recovery_code", factor.recoveryCodes().get(1))
                .then()
                .statusCode(401);
        finish(factor.mfaToken(), "recovery_code", fresh.get(1)).then().statusCode(200);
    }

    @Test
    void recoveryCodesRequireAnAuthenticator() {
        assertProblem(post(Signet.createUser().login(), RECOVERY_CODES, credentials()), 404, "not_found");
    }

    @Test
    void administratorResetsFactors() {
        SecondFactor factor = SecondFactor.enrolled();
        String path = "/admin/accounts/" + factor.user().id() + "/factors";
        String admin = Signet.admin().access();
        Signet.bearer(admin).get(path).then().statusCode(200).body("items.id", equalTo(List.of(factor.id())));

        Signet.bearer(admin).delete(path).then().statusCode(204);

        Signet.me(factor.session().access()).then().statusCode(401);
        Signet.bearer(admin).get(path).then().body("items", hasSize(0)).body("recovery_codes_left", equalTo(0));
        factor.user().login();
        Signet.bearer(admin)
                .delete("/admin/accounts/" + UUID.randomUUID() + "/factors")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyAdministratorsListOrResetOtherFactors() {
        SecondFactor factor = SecondFactor.enrolled();
        String path = "/admin/accounts/" + factor.user().id() + "/factors";
        Tokens otherUser = Signet.createUser().login();

        Signet.bearer(otherUser.access()).get(path).then().statusCode(403);
        Signet.bearer(otherUser.access()).delete(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
        given().get("/auth/factors").then().statusCode(401);
        assertProblem(
                given().contentType(ContentType.JSON).body(credentials()).post(SecondFactor.TOTP),
                401,
                "authentication_required");
    }

    @Test
    void factorChangesAreRecorded() {
        SecondFactor factor = SecondFactor.enrolled();
        factor.login(factor.authenticator().wrong()).then().statusCode(401);
        finish(factor.mfaToken(), "recovery_code", factor.recoveryCodes().get(0))
                .then()
                .statusCode(200);
        Signet.bearer(Signet.admin().access())
                .delete("/admin/accounts/" + factor.user().id() + "/factors");

        for (String type : List.of("enrolled", "failed", "recovery_code_used", "removed")) {
            List<String> subjects = Signet.bearer(Signet.admin().access())
                    .get("/admin/events?limit=200&type=factor." + type)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.subject");
            assertThat(subjects).as(type).contains(factor.user().id());
        }
    }
}
