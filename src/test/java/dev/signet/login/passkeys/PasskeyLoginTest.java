package dev.signet.login.passkeys;

import dev.signet.support.accounts.PasskeyDevice;
import dev.signet.support.accounts.PasskeyRequests;
import dev.signet.support.accounts.PasskeyRequests.Started;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static dev.signet.support.ConcurrentCalls.run;
import static dev.signet.support.ErrorResponses.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** Login with a passkey over REST, instead of a password or after it. */
@QuarkusTest
class PasskeyLoginTest {

    /** User with a passkey on a device. */
    private record PasskeyUser(TestUser user, Tokens session, PasskeyDevice device) {

        static PasskeyUser create() {
            return of(PasskeyDevice.create());
        }

        static PasskeyUser of(PasskeyDevice device) {
            TestUser user = Signet.createUser();
            Tokens session = user.login();
            PasskeyRequests.register(session, device);
            return new PasskeyUser(user, session, device);
        }
    }

    @Test
    @Journey
    void passkeySignsInWithoutUsername() {
        PasskeyUser user = PasskeyUser.create();

        Response login = PasskeyRequests.login(user.device());

        Tokens tokens = Signet.tokens(login.then().statusCode(200).extract().response());
        Signet.me(tokens.access())
                .then()
                .body("sub", equalTo(user.user().id()))
                .body("amr", equalTo(List.of("hwk", "user", "mfa")));
        Signet.verify(tokens.access()).then().body("acr", equalTo("phr"));
        Signet.refresh(tokens.refresh()).then().statusCode(200);
        PasskeyRequests.list(user.session()).then().body("items[0].last_used_at", notNullValue());
    }

    @Test
    void syncedPasskeyIsASoftwareKey() {
        PasskeyDevice device = PasskeyDevice.create();
        device.flags |= PasskeyDevice.BACKUP_ELIGIBLE;
        PasskeyUser user = PasskeyUser.of(device);
        device.flags |= PasskeyDevice.BACKED_UP;

        Tokens tokens = Signet.tokens(PasskeyRequests.login(device));

        Signet.me(tokens.access()).then().body("amr", equalTo(List.of("swk", "user", "mfa")));
        PasskeyRequests.list(user.session()).then().body("items.backed_up", equalTo(List.of(true)));
    }

    @Test
    void requestedAudienceAndScopeAreValidated() {
        PasskeyUser user = PasskeyUser.create();
        Started started = PasskeyRequests.startLogin(Map.of());
        Map<String, Object> credential = user.device().get(started.options());

        assertProblem(
                PasskeyRequests.finishLogin(started, credential, Map.of("scope", "unknown")), 400, "invalid_scope");
        assertProblem(
                PasskeyRequests.finishLogin(started, credential, Map.of("audience", List.of("https://other"))),
                400,
                "invalid_target");
        PasskeyRequests.finishLogin(started, credential, Map.of("scope", "email"))
                .then()
                .statusCode(200)
                .body("scope", equalTo("email"));
    }

    static Stream<Consumer<PasskeyDevice>> faults() {
        return Stream.of(
                device -> device.origin = "http://localhost:8082",
                device -> device.origin = "https://evil.example",
                device -> device.rpId = "example.com",
                device -> device.challenge = PasskeyDevice.encode(new byte[32]),
                device -> device.getType = "webauthn.create",
                device -> device.flags = PasskeyDevice.USER_PRESENT,
                device -> device.flags = PasskeyDevice.USER_VERIFIED,
                device -> device.flags |= PasskeyDevice.BACKUP_ELIGIBLE,
                device -> device.flags |= PasskeyDevice.BACKED_UP,
                device -> device.flags |= 0x80,
                device -> device.crossOrigin = true,
                device -> device.userHandle = null,
                device -> device.userHandle = new byte[16]);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void invalidAssertionsAreRejected(Consumer<PasskeyDevice> fault) {
        PasskeyUser user = PasskeyUser.create();
        fault.accept(user.device());

        assertProblem(PasskeyRequests.login(user.device()), 401, "invalid_credentials");
    }

    @Test
    void replayedAssertionIsRejected() {
        PasskeyUser user = PasskeyUser.create();
        Started started = PasskeyRequests.startLogin(Map.of());
        Map<String, Object> credential = user.device().get(started.options());
        PasskeyRequests.finishLogin(started, credential, Map.of()).then().statusCode(200);

        assertProblem(PasskeyRequests.finishLogin(started, credential, Map.of()), 401, "invalid_grant");
        assertProblem(
                PasskeyRequests.finishLogin(PasskeyRequests.startLogin(Map.of()), credential, Map.of()),
                401,
                "invalid_credentials");
    }

    @Test
    void rejectedAssertionConsumesTheCeremony() {
        PasskeyUser user = PasskeyUser.create();
        Started started = PasskeyRequests.startLogin(Map.of());
        user.device().flags = PasskeyDevice.USER_PRESENT;
        assertProblem(
                PasskeyRequests.finishLogin(started, user.device().get(started.options()), Map.of()),
                401,
                "invalid_credentials");
        user.device().flags |= PasskeyDevice.USER_VERIFIED;

        assertProblem(
                PasskeyRequests.finishLogin(started, user.device().get(started.options()), Map.of()),
                401,
                "invalid_grant");
    }

    @Test
    void registrationCeremonyDoesNotSignIn() {
        PasskeyUser user = PasskeyUser.create();
        Started registration = PasskeyRequests.startRegistration(user.session());

        assertProblem(
                PasskeyRequests.finishLogin(registration, user.device().get(registration.options()), Map.of()),
                401,
                "invalid_grant");
    }

    @Test
    void signatureOfAnotherKeyIsRejected() {
        PasskeyUser user = PasskeyUser.create();
        PasskeyDevice other = PasskeyDevice.create();
        other.userHandle = user.device().userHandle;
        Started started = PasskeyRequests.startLogin(Map.of());
        Map<String, Object> forged = other.get(started.options());
        forged.put("id", PasskeyDevice.encode(user.device().credentialId));

        assertProblem(PasskeyRequests.finishLogin(started, forged, Map.of()), 401, "invalid_credentials");
    }

    @Test
    void counterThatDoesNotIncreaseIsRejectedAndRecorded() {
        PasskeyUser user = PasskeyUser.create();
        user.device().signCount = 7;
        PasskeyRequests.login(user.device()).then().statusCode(200);

        assertProblem(PasskeyRequests.login(user.device()), 401, "invalid_credentials");
        user.device().signCount = 6;
        assertProblem(PasskeyRequests.login(user.device()), 401, "invalid_credentials");
        user.device().signCount = 0;
        assertProblem(PasskeyRequests.login(user.device()), 401, "invalid_credentials");

        Signet.adminRequest()
                .queryParam("type", "passkey.counter_rejected")
                .queryParam("limit", 200)
                .get("/admin/events")
                .then()
                .body("items.subject", hasItem(user.user().id()));
        user.device().signCount = 8;
        PasskeyRequests.login(user.device()).then().statusCode(200);
    }

    @Test
    void unknownAndKnownCredentialsAreRejectedAlike() {
        PasskeyUser user = PasskeyUser.create();
        user.device().flags = PasskeyDevice.USER_PRESENT;
        PasskeyDevice unknown = PasskeyDevice.create();
        unknown.userHandle = new byte[16];

        Response known = PasskeyRequests.login(user.device());
        Response other = PasskeyRequests.login(unknown);

        assertThat(withoutRequestId(other)).isEqualTo(withoutRequestId(known));
        assertThat(other.statusCode()).isEqualTo(known.statusCode()).isEqualTo(401);
    }

    @Test
    void optionsDoNotRevealWhetherTheUserExists() {
        PasskeyUser user = PasskeyUser.create();

        Map<String, Object> existing = PasskeyRequests.startLogin(
                        Map.of("username", user.user().username()))
                .options();
        Map<String, Object> unknown =
                PasskeyRequests.startLogin(Map.of("username", "unknown-user")).options();

        assertThat(existing.remove("challenge")).isNotEqualTo(unknown.remove("challenge"));
        assertThat(existing).isEqualTo(unknown).containsEntry("allowCredentials", List.of());
    }

    @Test
    void ceremonyOfOneUserRejectsThePasskeyOfAnother() {
        PasskeyUser user = PasskeyUser.create();
        PasskeyUser other = PasskeyUser.create();
        Started started =
                PasskeyRequests.startLogin(Map.of("username", user.user().username()));

        assertProblem(
                PasskeyRequests.finishLogin(started, other.device().get(started.options()), Map.of()),
                401,
                "invalid_credentials");
        Started unknown = PasskeyRequests.startLogin(Map.of("username", "unknown-user"));
        assertProblem(
                PasskeyRequests.finishLogin(unknown, user.device().get(unknown.options()), Map.of()),
                401,
                "invalid_credentials");
        Started own = PasskeyRequests.startLogin(Map.of("username", user.user().username()));
        PasskeyRequests.finishLogin(own, user.device().get(own.options()), Map.of())
                .then()
                .statusCode(200);
    }

    @Test
    void concurrentUsesOfOneAssertionOpenOneSession() throws Exception {
        PasskeyUser user = PasskeyUser.create();
        Started started = PasskeyRequests.startLogin(Map.of());
        Map<String, Object> credential = user.device().get(started.options());

        List<Integer> statuses = run(
                20,
                () -> PasskeyRequests.finishLogin(started, credential, Map.of()).statusCode());

        assertThat(statuses).hasSize(20).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @Test
    void concurrentAssertionsWithOneCounterOpenOneSession() throws Exception {
        PasskeyUser user = PasskeyUser.create();
        user.device().signCount = 5;
        List<Callable<Integer>> logins = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Started started = PasskeyRequests.startLogin(Map.of());
            Map<String, Object> credential = user.device().get(started.options());
            logins.add(() ->
                    PasskeyRequests.finishLogin(started, credential, Map.of()).statusCode());
        }

        assertThat(run(logins)).hasSize(8).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @Test
    void disabledAccountIsRejectedLikeAnUnknownPasskey() {
        PasskeyUser user = PasskeyUser.create();
        Signet.setEnabled(user.user().id(), false);
        assertProblem(PasskeyRequests.login(user.device()), 401, "invalid_credentials");

        Signet.setEnabled(user.user().id(), true);
        PasskeyRequests.login(user.device()).then().statusCode(200);
    }

    @Test
    void failuresWithOnePasskeyAreLimitedAndDoNotLockThePassword() {
        PasskeyUser user = PasskeyUser.create();
        user.device().flags = PasskeyDevice.USER_PRESENT;
        for (int i = 0; i < 10; i++) {
            assertProblem(PasskeyRequests.login(user.device()), 401, "invalid_credentials");
        }

        assertProblem(PasskeyRequests.login(user.device()), 429, "too_many_attempts");
        user.user().login();
    }

    @Test
    @Journey
    void passkeyIsTheSecondFactorAfterAPassword() {
        SecondFactor factor = SecondFactor.enrolled();
        PasskeyDevice device = PasskeyDevice.create();
        PasskeyRequests.register(factor, device);
        Response first = factor.user().loginRequest().send();
        assertProblem(first, 401, "otp_required").body("methods", equalTo(List.of("otp", "recovery_code", "passkey")));
        String mfaToken = first.path("mfa_token");
        Started started = PasskeyRequests.startLogin(Map.of("mfa_token", mfaToken));
        assertThat(started.options().get("allowCredentials").toString())
                .contains(PasskeyDevice.encode(device.credentialId));
        device.userHandle = null; // Authenticators may omit it if the credential is named.

        Response login =
                PasskeyRequests.finishLogin(started, device.get(started.options()), Map.of("mfa_token", mfaToken));

        Tokens tokens = Signet.tokens(login.then().statusCode(200).extract().response());
        Signet.me(tokens.access()).then().body("amr", equalTo(List.of("pwd", "hwk", "user", "mfa")));
        Signet.verify(tokens.access()).then().body("acr", equalTo("phr"));
        assertProblem(PasskeyRequests.tryStartLogin(Map.of("mfa_token", mfaToken)), 401, "invalid_grant");
    }

    @Test
    void passkeyOfAnotherAccountIsNotASecondFactor() {
        SecondFactor factor = SecondFactor.enrolled();
        PasskeyRequests.register(factor, PasskeyDevice.create());
        PasskeyUser other = PasskeyUser.create();
        String mfaToken = factor.mfaToken();
        Started started = PasskeyRequests.startLogin(Map.of("mfa_token", mfaToken));

        assertProblem(
                PasskeyRequests.finishLogin(
                        started, other.device().get(started.options()), Map.of("mfa_token", mfaToken)),
                401,
                "invalid_credentials");
        SecondFactor.finish(mfaToken, factor.authenticator().next()).then().statusCode(200);
    }

    @Test
    void accountWithoutPasskeyDoesNotOfferIt() {
        assertProblem(SecondFactor.enrolled().user().loginRequest().send(), 401, "otp_required")
                .body("methods", not(hasItem("passkey")));
    }

    @Test
    void deletedAccountLosesItsPasskeys() {
        PasskeyUser user = PasskeyUser.create();
        Signet.adminRequest()
                .delete("/admin/accounts/" + user.user().id())
                .then()
                .statusCode(204);

        assertProblem(PasskeyRequests.login(user.device()), 401, "invalid_credentials");
        // The credential id is free again.
        PasskeyRequests.register(Signet.createUser().login(), user.device());
    }

    @Test
    void malformedRequestsAreClientErrors() {
        Started started = PasskeyRequests.startLogin(Map.of());
        assertProblem(
                PasskeyRequests.finishLogin(started, Map.of("type", "public-key"), Map.of()), 400, "invalid_request");
        assertProblem(PasskeyRequests.tryStartLogin(Map.of("username", "a", "mfa_token", "b")), 400, "invalid_request");
        assertProblem(PasskeyRequests.tryStartLogin(Map.of("username", "")), 400, "invalid_request");
        assertProblem(
                PasskeyRequests.finishLogin(new Started("sgp_unknown", Map.of()), validForm(), Map.of()),
                401,
                "invalid_grant");
    }

    private static Map<String, Object> validForm() {
        PasskeyDevice device = PasskeyDevice.create();
        return device.get(Map.of("challenge", "AAAA"));
    }

    private static String withoutRequestId(Response response) {
        return response.asString().replaceAll("\"(request_id|instance)\":\"[^\"]*\"", "");
    }
}
