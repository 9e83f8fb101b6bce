package dev.signet.login.credentials;

import dev.signet.support.accounts.Authenticator;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

@QuarkusTest
class FactorTest {

    private static final String TOTP = "/auth/factors/totp";
    private static final String CONFIRMATION = "/auth/factors/totp/confirmation";
    private static final String RECOVERY_CODES = "/auth/factors/recovery-codes";

    @Test
    @Journey
    void enrolmentIsActiveAfterConfirmation() {
        TestUser user = Signet.createUser();
        Tokens session = user.login();

        Response enrolment = post(session, TOTP, credentials());

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
        factors(session).then().body("items", hasSize(0)).body("recovery_codes_left", equalTo(0));
        user.login();

        Response confirmation = post(session, CONFIRMATION, Map.of("otp", new Authenticator(secret).next()));

        confirmation
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("recovery_codes", hasSize(10))
                .body("recovery_codes", everyItem(matchesPattern("([A-Z2-7]{4}-){3}[A-Z2-7]{4}")));
        factors(session)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(enrolment.<String>path("id"))))
                .body("items.type", equalTo(List.of("totp")))
                .body("items.locked", equalTo(List.of(false)))
                .body("recovery_codes_left", equalTo(10));
        assertThat(factors(session).asString()).doesNotContain(secret);
    }

    @Test
    void passwordAloneRequiresSecondFactor() {
        SecondFactor factor = SecondFactor.enrolled();

        Response asked = factor.user().loginRequest().send();

        asked.then()
                .statusCode(401)
                .header("Cache-Control", containsString("no-store"))
                .contentType("application/problem+json")
                .body("code", equalTo("otp_required"))
                .body("mfa_token", matchesPattern("sgm_[A-Za-z0-9_-]{43}"))
                .body("methods", equalTo(List.of("otp", "recovery_code")));
        Response finished =
                finish(asked.path("mfa_token"), factor.authenticator().next());
        assertThat(proven(finished)).isEqualTo(Map.of("acr", "aal2", "amr", List.of("pwd", "otp", "mfa")));
        Tokens refreshed = Signet.tokens(Signet.refresh(finished.path("refresh_token")));
        Signet.me(refreshed.access()).then().body("amr", equalTo(List.of("pwd", "otp", "mfa")));
    }

    @Test
    void finishedLoginGrantsTheRequestedAccess() {
        SecondFactor factor = SecondFactor.enrolled();
        String mfaToken = factor.user()
                .loginRequest()
                .with("scope", "email profile")
                .send()
                .then()
                .statusCode(401)
                .extract()
                .path("mfa_token");

        finish(mfaToken, factor.authenticator().next()).then().statusCode(200).body("scope", equalTo("email profile"));
    }

    @Test
    void passwordAndCodeInOneCallLogIn() {
        SecondFactor factor = SecondFactor.enrolled();

        Response login = factor.login(factor.authenticator().next());

        assertThat(proven(login)).isEqualTo(Map.of("acr", "aal2", "amr", List.of("pwd", "otp", "mfa")));
        factor.user()
                .loginRequest()
                .otp(factor.authenticator().next())
                .sendForm()
                .then()
                .statusCode(200);
    }

    @Test
    void loginWithoutSecondFactorIsUnchanged() {
        TestUser user = Signet.createUser();

        Response login = user.loginRequest().otp("123456").send();

        assertThat(proven(login)).isEqualTo(Map.of("acr", "aal1", "amr", List.of("pwd")));
        user.loginRequest().otp("").sendForm().then().statusCode(200);
    }

    @Test
    void basicLoginRequiresSecondFactor() {
        SecondFactor factor = SecondFactor.enrolled();

        assertProblem(
                        given().auth()
                                .preemptive()
                                .basic(factor.user().username(), Signet.PASSWORD)
                                .post("/auth/login"),
                        401,
                        "otp_required")
                .body("mfa_token", matchesPattern("sgm_.*"));
    }

    @Test
    @Journey
    void codeWorksOnce() {
        SecondFactor factor = SecondFactor.enrolled();
        String code = factor.authenticator().next();
        factor.login(code).then().statusCode(200);

        assertProblem(factor.login(code), 401, "invalid_credentials");
        assertProblem(finish(factor.mfaToken(), code), 401, "invalid_credentials");
    }

    @Test
    void enrolmentCodeIsRejectedAtLogin() {
        Tokens session = Signet.createUser().login();
        TestUser user = new TestUser(
                Signet.me(session.access()).path("sub"),
                Signet.me(session.access()).path("username"));
        Authenticator authenticator =
                new Authenticator(post(session, TOTP, credentials()).path("secret"));
        String code = authenticator.next();
        post(session, CONFIRMATION, Map.of("otp", code)).then().statusCode(200);

        user.loginRequest().otp(code).send().then().statusCode(401);
    }

    @Test
    void usedCodeInvalidatesEarlierCodes() {
        SecondFactor factor = SecondFactor.enrolled();
        factor.login(factor.authenticator().at(1)).then().statusCode(200);

        factor.login(factor.authenticator().at(0)).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"-2, 401", "0, 200", "1, 200", "2, 401"})
    void codeIsValidOneStepEitherWay(int stepsFromNow, int status) {
        SecondFactor factor = SecondFactor.enrolled();

        factor.login(factor.authenticator().at(stepsFromNow)).then().statusCode(status);
    }

    @Test
    @Journey
    void recoveryCodeWorksOnceInAnySpelling() {
        SecondFactor factor = SecondFactor.enrolled();
        String code = factor.recoveryCodes().get(0);

        Response finished = finish(
                factor.mfaToken(), "recovery_code", code.replace("-", " ").toLowerCase(Locale.ROOT));

        assertThat(proven(finished)).isEqualTo(Map.of("acr", "aal2", "amr", List.of("pwd", "mfa")));
        factors(Signet.tokens(finished)).then().body("recovery_codes_left", equalTo(9));
        assertProblem(finish(factor.mfaToken(), "recovery_code", code), 401, "invalid_credentials");
    }

    @Test
    void recoveryCodesOfAnotherAccountAreRejected() {
        SecondFactor mine = SecondFactor.enrolled();
        SecondFactor other = SecondFactor.enrolled();

        assertProblem(
                finish(mine.mfaToken(), "recovery_code", other.recoveryCodes().get(0)), 401, "invalid_credentials");

        finish(other.mfaToken(), "recovery_code", other.recoveryCodes().get(0))
                .then()
                .statusCode(200);
    }

    @Test
    @Journey
    void mfaTokenWorksOnce() {
        SecondFactor factor = SecondFactor.enrolled();
        String mfaToken = factor.mfaToken();
        finish(mfaToken, factor.authenticator().next()).then().statusCode(200);

        assertProblem(finish(mfaToken, factor.authenticator().next()), 401, "invalid_grant");
    }

    @Test
    void wrongCodeLeavesTheMfaTokenUsableForFiveAttempts() {
        SecondFactor factor = SecondFactor.enrolled();
        String forgiving = factor.mfaToken();
        finish(forgiving, factor.authenticator().wrong()).then().statusCode(401);
        finish(forgiving, factor.authenticator().next()).then().statusCode(200);
        String mfaToken = factor.mfaToken();
        for (int i = 0; i < 5; i++) {
            assertProblem(finish(mfaToken, factor.authenticator().wrong()), 401, "invalid_credentials");
        }

        assertProblem(finish(mfaToken, factor.authenticator().next()), 401, "invalid_grant");
    }

    @Test
    void guessingIsLimitedAcrossMfaTokens() {
        SecondFactor factor = SecondFactor.enrolled();
        String right = factor.authenticator().next();
        List<String> mfaTokens = List.of(factor.mfaToken(), factor.mfaToken(), factor.mfaToken());
        for (int i = 0; i < 10; i++) {
            finish(mfaTokens.get(i % 2), factor.authenticator().wrong()).then().statusCode(401);
        }

        Response limited = finish(mfaTokens.get(2), right);

        assertProblem(limited, 429, "too_many_attempts");
        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 900);
        factor.user().loginRequest().send().then().statusCode(429);
    }

    @Test
    void rightPasswordDoesNotResetFactorLimit() {
        SecondFactor factor = SecondFactor.enrolled();
        for (int i = 0; i < 10; i++) {
            finish(factor.mfaToken(), factor.authenticator().wrong()).then().statusCode(401);
        }

        factor.login(factor.authenticator().next()).then().statusCode(429);
    }

    @Test
    void mfaTokenAcceptsOnlyCodesOfItsAccount() {
        SecondFactor mine = SecondFactor.enrolled();
        SecondFactor other = SecondFactor.enrolled();

        assertProblem(finish(other.mfaToken(), mine.authenticator().next()), 401, "invalid_credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgm_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "sgm_", "x", "sgr_AAAA"})
    void unknownMfaTokensAreRejected(String mfaToken) {
        assertProblem(finish(mfaToken, "123456"), 401, "invalid_grant");
    }

    @Test
    void mfaTokenIsRejectedAsAccessToken() {
        assertProblem(Signet.me(SecondFactor.enrolled().mfaToken()), 401, "invalid_token");
    }

    @Test
    void wrongCodeIsIndistinguishableFromWrongPassword() {
        SecondFactor factor = SecondFactor.enrolled();

        Response wrongCode = factor.login(factor.authenticator().wrong());
        Response wrongPassword = Signet.loginRequest(factor.user().username(), "not the passphrase")
                .otp("123456")
                .send();

        assertThat(wrongCode.statusCode()).isEqualTo(401).isEqualTo(wrongPassword.statusCode());
        assertThat(wrongCode.asString()).isEqualTo(wrongPassword.asString());
    }

    @Test
    void changedPasswordEndsPendingLogins() {
        SecondFactor factor = SecondFactor.enrolled();
        String mfaToken = factor.mfaToken();
        post(
                        factor.session(),
                        "/auth/password",
                        Map.of("current_password", Signet.PASSWORD, "new_password", "another fine passphrase"))
                .then()
                .statusCode(204);

        assertProblem(finish(mfaToken, factor.authenticator().next()), 401, "invalid_grant");
    }

    @Test
    void passwordSetByAdministratorEndsPendingLogins() {
        SecondFactor factor = SecondFactor.enrolled();
        String mfaToken = factor.mfaToken();
        Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(Map.of("password", "another fine passphrase"))
                .put("/admin/accounts/" + factor.user().id() + "/password")
                .then()
                .statusCode(204);

        assertProblem(finish(mfaToken, factor.authenticator().next()), 401, "invalid_grant");
    }

    @Test
    void disablingAnAccountEndsPendingLogins() {
        SecondFactor factor = SecondFactor.enrolled();
        String mfaToken = factor.mfaToken();
        setEnabled(factor.user(), false);
        assertProblem(finish(mfaToken, factor.authenticator().next()), 401, "invalid_grant");
        setEnabled(factor.user(), true);

        assertProblem(finish(mfaToken, factor.authenticator().next()), 401, "invalid_grant");
    }

    @Test
    @OnBothStacks
    @Journey
    void concurrentUseOfOneCodeOpensOneSession() throws Exception {
        SecondFactor factor = SecondFactor.enrolled();
        String code = factor.authenticator().next();
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String mfaToken = factor.mfaToken();
            calls.add(() -> finish(mfaToken, code));
        }

        assertOneSucceeds(calls);
    }

    @Test
    @OnBothStacks
    void concurrentUseOfOneMfaTokenOpensOneSession() throws Exception {
        SecondFactor factor = SecondFactor.enrolled();
        String mfaToken = factor.mfaToken();
        List<Callable<Response>> calls = new ArrayList<>();
        for (String code : factor.recoveryCodes().subList(0, 5)) {
            calls.add(() -> finish(mfaToken, "recovery_code", code));
        }

        assertOneSucceeds(calls);
    }

    @Test
    void factorChangesRequireThePassword() {
        Tokens stolen = Signet.createUser().login();
        post(stolen, TOTP, Map.of()).then().statusCode(400).body("member", equalTo("password"));
        assertProblem(post(stolen, TOTP, Map.of("password", "a guessed passphrase")), 401, "invalid_credentials");
        SecondFactor factor = SecondFactor.enrolled();
        String removal = "/auth/factors/" + factor.id() + "/removal";
        Map<String, String> guess = Map.of(
                "password",
                "a guessed passphrase",
                "otp",
                factor.authenticator().next());

        assertProblem(post(factor.session(), removal, guess), 401, "invalid_credentials");
        post(factor.session(), RECOVERY_CODES, guess).then().statusCode(401);
        post(factor.session(), TOTP, guess).then().statusCode(401);

        factors(factor.session()).then().body("items", hasSize(1)).body("recovery_codes_left", equalTo(10));
    }

    @Test
    void factorChangesRequireAnExistingFactor() {
        SecondFactor factor = SecondFactor.enrolled();

        for (String path : List.of("/auth/factors/" + factor.id() + "/removal", RECOVERY_CODES, TOTP)) {
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

        factors(factor.session()).then().body("items.id", equalTo(List.of(factor.id())));
    }

    @Test
    void ownPasswordAttemptsAreLimitedAcrossPaths() {
        Tokens stolen = Signet.createUser().login();
        for (int i = 0; i < 10; i++) {
            if (i % 2 == 0) {
                post(stolen, TOTP, Map.of("password", "guess number " + i))
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

        post(stolen, TOTP, credentials()).then().statusCode(429);
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

        factors(factor.session()).then().body("items", hasSize(0)).body("recovery_codes_left", equalTo(0));
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

        factors(other.session()).then().body("items", hasSize(1));
    }

    @Test
    void newAuthenticatorReplacesTheOldOne() {
        SecondFactor factor = SecondFactor.enrolled();
        Response enrolment = post(
                factor.session(),
                TOTP,
                credentials("otp", factor.authenticator().next()));
        Authenticator fresh =
                new Authenticator(enrolment.then().statusCode(200).extract().path("secret"));
        post(factor.session(), CONFIRMATION, Map.of("otp", fresh.next())).then().statusCode(200);

        factors(factor.session()).then().body("items.id", equalTo(List.of(enrolment.<String>path("id"))));
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
                new Authenticator(post(stolen, TOTP, credentials()).path("secret"));
        for (int i = 0; i < 5; i++) {
            assertProblem(post(stolen, CONFIRMATION, Map.of("otp", authenticator.wrong())), 401, "invalid_credentials");
        }

        assertProblem(post(stolen, CONFIRMATION, Map.of("otp", authenticator.next())), 404, "not_found");
    }

    @Test
    void newEnrolmentReplacesThePendingOne() {
        Tokens session = Signet.createUser().login();
        Authenticator first =
                new Authenticator(post(session, TOTP, credentials()).path("secret"));
        Authenticator second =
                new Authenticator(post(session, TOTP, credentials()).path("secret"));

        post(session, CONFIRMATION, Map.of("otp", first.next())).then().statusCode(401);
        post(session, CONFIRMATION, Map.of("otp", second.next())).then().statusCode(200);
        post(session, CONFIRMATION, Map.of("otp", second.next())).then().statusCode(404);
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
                given().contentType(ContentType.JSON).body(credentials()).post(TOTP), 401, "authentication_required");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"mfa_token\":\"x\"}",
                "{\"otp\":\"123456\"}",
                "{\"mfa_token\":\"x\",\"otp\":123456}",
                "{\"mfa_token\":\"x\",\"otp\":\"123456\",\"recovery_code\":\"AAAA-AAAA-AAAA-AAAA\"}",
                "{\"mfa_token\":\"x\",\"recovery_code\":\"AAAA-AAAA-AAAA-AAA1\"}",
                "{\"mfa_token\":\"x\",\"otp\":\"123456\",\"username\":\"y\"}"
            })
    void malformedSecondStepIsAClientError(String body) {
        assertProblem(given().contentType(ContentType.JSON).body(body).post("/auth/login/otp"), 400, "invalid_request");
    }

    private static void assertOneSucceeds(List<Callable<Response>> calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(calls.size());
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Response> response : pool.invokeAll(calls)) {
                statuses.add(response.get().statusCode());
            }
            List<Integer> oneSuccess = new ArrayList<>(Collections.nCopies(calls.size(), 401));
            oneSuccess.set(0, 200);
            assertThat(statuses).containsExactlyInAnyOrderElementsOf(oneSuccess);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Response factors(Tokens session) {
        return Signet.bearer(session.access()).get("/auth/factors");
    }

    private static Map<String, Object> proven(Response login) {
        login.then().statusCode(200);
        Response claims = Signet.verify(login.path("access_token"));
        return Map.of("acr", claims.path("acr"), "amr", claims.path("amr"));
    }

    private static void setEnabled(TestUser user, boolean enabled) {
        Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(Map.of("enabled", enabled))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);
    }
}
