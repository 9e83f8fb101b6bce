package dev.signet.login.credentials;

import dev.signet.support.ConcurrentCalls;
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
import java.util.concurrent.Callable;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.accounts.SecondFactor.credentials;
import static dev.signet.support.accounts.SecondFactor.finish;
import static dev.signet.support.accounts.SecondFactor.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

/** Logins of users with a second factor: its codes, its limits, and the token between the two steps. */
@QuarkusTest
class SecondFactorLoginTest {

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
        Authenticator authenticator = new Authenticator(
                post(session, SecondFactor.TOTP, credentials()).path("secret"));
        String code = authenticator.next();
        post(session, SecondFactor.CONFIRMATION, Map.of("otp", code)).then().statusCode(200);

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
        SecondFactor.list(Signet.tokens(finished)).then().body("recovery_codes_left", equalTo(9));
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
        Signet.setEnabled(factor.user().id(), false);
        assertProblem(finish(mfaToken, factor.authenticator().next()), 401, "invalid_grant");
        Signet.setEnabled(factor.user().id(), true);

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
        List<Integer> statuses =
                ConcurrentCalls.run(calls).stream().map(Response::statusCode).toList();
        List<Integer> oneSuccess = new ArrayList<>(Collections.nCopies(calls.size(), 401));
        oneSuccess.set(0, 200);
        assertThat(statuses).containsExactlyInAnyOrderElementsOf(oneSuccess);
    }

    private static Map<String, Object> proven(Response login) {
        login.then().statusCode(200);
        Response claims = Signet.verify(login.path("access_token"));
        return Map.of("acr", claims.path("acr"), "amr", claims.path("amr"));
    }
}
