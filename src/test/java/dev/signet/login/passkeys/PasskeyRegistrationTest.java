package dev.signet.login.passkeys;

import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.PasskeyDevice;
import dev.signet.support.accounts.PasskeyDevice.Algorithm;
import dev.signet.support.accounts.PasskeyRequests;
import dev.signet.support.accounts.PasskeyRequests.Started;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.mail.SmtpSink;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static dev.signet.support.ConcurrentCalls.run;
import static dev.signet.support.ErrorResponses.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

/** Registration, list, renaming and removal of passkeys over REST. */
@QuarkusTest
class PasskeyRegistrationTest {

    @Test
    @Journey
    void registeredPasskeyIsListedRenamedAndRemoved() {
        Tokens session = Signet.createUser().login();
        PasskeyDevice device = PasskeyDevice.create();
        device.aaguid = UUID.fromString("ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4");
        device.flags |= PasskeyDevice.BACKUP_ELIGIBLE | PasskeyDevice.BACKED_UP;
        Started started = PasskeyRequests.startRegistration(session);

        Response registered =
                PasskeyRequests.finishRegistration(session, started, device.create(started.options()), null);

        registered
                .then()
                .statusCode(201)
                .header("Location", equalTo("/auth/passkeys/" + registered.path("id")))
                .body("name", equalTo("Google Password Manager"))
                .body("authenticator", equalTo("Google Password Manager"))
                .body("backed_up", equalTo(true))
                .body("created_at", matchesPattern(".*Z"))
                .body("", not(hasKey("last_used_at")));
        String id = registered.path("id");
        PasskeyRequests.rename(session, id, "Work laptop")
                .then()
                .statusCode(200)
                .body("name", equalTo("Work laptop"));
        PasskeyRequests.list(session)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)))
                .body("items.name", equalTo(List.of("Work laptop")));
        PasskeyRequests.remove(session, id).then().statusCode(204);
        PasskeyRequests.list(session).then().body("items", hasSize(0));
        assertProblem(PasskeyRequests.login(device), 401, "invalid_credentials");
    }

    @Test
    void creationOptionsRequireDiscoverableCredentialWithUserVerification() {
        TestUser user = Signet.createUser();
        Tokens session = user.login();
        PasskeyDevice first = PasskeyDevice.create();
        PasskeyRequests.register(session, first);

        PasskeyRequests.tryStartRegistration(session)
                .then()
                .statusCode(200)
                .body("ceremony", matchesPattern("sgp_[A-Za-z0-9_-]{43}"))
                .body("options.rp.id", equalTo("localhost"))
                .body("options.user.name", equalTo(user.username()))
                .body("options.challenge", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("options.pubKeyCredParams.alg", equalTo(List.of(-7, -8, -257)))
                .body("options.attestation", equalTo("none"))
                .body("options.authenticatorSelection.residentKey", equalTo("required"))
                .body("options.authenticatorSelection.userVerification", equalTo("required"))
                .body("options.excludeCredentials.id", equalTo(List.of(PasskeyDevice.encode(first.credentialId))))
                .body("options.excludeCredentials.transports", equalTo(List.of(List.of("hybrid", "internal"))));
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    @Journey
    void passkeyOfEachAlgorithmSignsIn(Algorithm algorithm) {
        Tokens session = Signet.createUser().login();
        PasskeyDevice device = PasskeyDevice.of(algorithm);
        PasskeyRequests.register(session, device);

        PasskeyRequests.login(device).then().statusCode(200);
    }

    static Stream<Consumer<PasskeyDevice>> faults() {
        return Stream.of(
                device -> device.origin = "http://localhost:8082",
                device -> device.origin = "https://localhost:8080",
                device -> device.rpId = "example.com",
                device -> device.challenge = PasskeyDevice.encode(new byte[32]),
                device -> device.createType = "webauthn.get",
                device -> device.flags = PasskeyDevice.USER_PRESENT,
                device -> device.flags = PasskeyDevice.USER_VERIFIED,
                device -> device.flags |= PasskeyDevice.BACKED_UP,
                device -> device.crossOrigin = true);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void credentialOfAnotherCeremonyIsRejected(Consumer<PasskeyDevice> fault) {
        Tokens session = Signet.createUser().login();
        PasskeyDevice device = PasskeyDevice.create();
        fault.accept(device);
        Started started = PasskeyRequests.startRegistration(session);

        Response response =
                PasskeyRequests.finishRegistration(session, started, device.create(started.options()), null);

        assertProblem(response, 400, "invalid_request").body("member", equalTo("credential"));
        PasskeyRequests.list(session).then().body("items", hasSize(0));
    }

    // In CBOR: exceptions of the library for these are not those for wrong credentials.
    static Stream<Consumer<PasskeyDevice>> hostileCredentials() {
        HexFormat hex = HexFormat.of();
        return Stream.of(
                device -> device.attestAs("tpm", hex.parseHex("a1677075624172656154" + "00".repeat(20))),
                device -> device.attestAs("none", hex.parseHex("81".repeat(1_100) + "00")),
                device -> device.faultyKey = hex.parseHex("a10102" + "81".repeat(1_100) + "00"),
                device -> device.faultyKey = hex.parseHex("a1" + "1bffffffffffffffff" + "02"),
                device -> device.faultyKey = hex.parseHex("a1" + "01" + "1bffffffffffffffff"),
                device -> device.faultyKey = hex.parseHex("a1" + "62c328" + "02"),
                device -> device.faultyKey = hex.parseHex("a1" + "7a7fffffff"),
                device -> device.faultyKey = new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("hostileCredentials")
    void hostileCredentialIsAClientError(Consumer<PasskeyDevice> fault) {
        Tokens session = Signet.createUser().login();
        PasskeyDevice device = PasskeyDevice.create();
        fault.accept(device);
        Started started = PasskeyRequests.startRegistration(session);

        Response response =
                PasskeyRequests.finishRegistration(session, started, device.create(started.options()), null);

        assertProblem(response, 400, "invalid_request").body("member", equalTo("credential"));
    }

    @Test
    void newRegistrationReplacesTheStartedOneOfItsSession() {
        Tokens session = Signet.createUser().login();
        Started former = PasskeyRequests.startRegistration(session);
        Started started = PasskeyRequests.startRegistration(session);
        PasskeyDevice device = PasskeyDevice.create();

        assertProblem(
                PasskeyRequests.finishRegistration(session, former, device.create(former.options()), null),
                401,
                "invalid_grant");
        PasskeyRequests.finishRegistration(session, started, device.create(started.options()), null)
                .then()
                .statusCode(201);
    }

    // A stolen access token: a passkey of the thief would replace the password and the second factor.
    @Test
    void accessTokenAloneStartsNoRegistration() {
        Tokens session = Signet.createUser().login();

        assertProblem(
                        Signet.bearer(session.access())
                                .contentType("application/json")
                                .post(PasskeyRequests.PATH + "/options"),
                        400,
                        "invalid_request")
                .body("member", equalTo("password"));
        assertProblem(PasskeyRequests.tryStartRegistration(session, Map.of()), 400, "invalid_request");
        assertProblem(
                PasskeyRequests.tryStartRegistration(session, Map.of("password", "wrong")), 401, "invalid_credentials");
    }

    @Test
    void passwordAloneStartsNoRegistrationIfThereIsASecondFactor() {
        SecondFactor factor = SecondFactor.enrolled();

        assertProblem(PasskeyRequests.tryStartRegistration(factor.session()), 401, "otp_required");
        assertProblem(
                PasskeyRequests.tryStartRegistration(
                        factor.session(),
                        SecondFactor.credentials("otp", factor.authenticator().wrong())),
                401,
                "invalid_credentials");
        PasskeyRequests.register(factor, PasskeyDevice.create());
    }

    @Test
    void sessionOfAPasskeyStartsARegistrationWithoutPassword() {
        PasskeyDevice device = PasskeyDevice.create();
        PasskeyRequests.register(Signet.createUser().login(), device);
        Tokens session = Signet.tokens(PasskeyRequests.login(device));

        PasskeyRequests.tryStartRegistration(session, Map.of()).then().statusCode(200);
    }

    @Test
    void registrationCeremonyIsUsedOnce() {
        Tokens session = Signet.createUser().login();
        Started started = PasskeyRequests.startRegistration(session);
        Map<String, Object> credential = PasskeyDevice.create().create(started.options());
        PasskeyRequests.finishRegistration(session, started, credential, null)
                .then()
                .statusCode(201);

        assertProblem(PasskeyRequests.finishRegistration(session, started, credential, null), 401, "invalid_grant");
    }

    @Test
    void registrationCeremonyOfAnotherSessionIsRejected() {
        TestUser user = Signet.createUser();
        Tokens session = user.login();
        Started started = PasskeyRequests.startRegistration(session);
        Map<String, Object> credential = PasskeyDevice.create().create(started.options());

        assertProblem(
                PasskeyRequests.finishRegistration(user.login(), started, credential, null), 401, "invalid_grant");
        assertProblem(
                PasskeyRequests.finishRegistration(Signet.createUser().login(), started, credential, null),
                401,
                "invalid_grant");
        PasskeyRequests.finishRegistration(session, started, credential, null)
                .then()
                .statusCode(201);
    }

    @Test
    void loginCeremonyRegistersNoPasskey() {
        Tokens session = Signet.createUser().login();
        Started registration = PasskeyRequests.startRegistration(session);
        Started login = PasskeyRequests.startLogin(Map.of());
        PasskeyDevice device = PasskeyDevice.create();
        device.challenge = (String) login.options().get("challenge");

        Response response =
                PasskeyRequests.finishRegistration(session, login, device.create(registration.options()), null);

        assertProblem(response, 401, "invalid_grant");
    }

    @Test
    void credentialOfAnotherAccountIsNotRegisteredAgain() {
        PasskeyDevice device = PasskeyDevice.create();
        PasskeyRequests.register(Signet.createUser().login(), device);
        Tokens other = Signet.createUser().login();
        Started started = PasskeyRequests.startRegistration(other);

        Response response = PasskeyRequests.finishRegistration(other, started, device.create(started.options()), null);

        assertProblem(response, 409, "conflict");
    }

    @Test
    void concurrentRegistrationsOfOneCeremonyStoreOnePasskey() throws Exception {
        Tokens session = Signet.createUser().login();
        Started started = PasskeyRequests.startRegistration(session);
        Map<String, Object> credential = PasskeyDevice.create().create(started.options());

        List<Integer> statuses = run(
                20,
                () -> PasskeyRequests.finishRegistration(session, started, credential, null)
                        .statusCode());

        assertThat(statuses).containsOnlyOnce(201).hasSize(20);
        PasskeyRequests.list(session).then().body("items", hasSize(1));
    }

    @Test
    void numberOfPasskeysIsLimited() {
        Tokens session = Signet.createUser().login();
        for (int i = 0; i < 20; i++) {
            PasskeyRequests.register(session, PasskeyDevice.create());
        }

        assertProblem(PasskeyRequests.tryStartRegistration(session), 409, "limit_reached");
    }

    @Test
    void passkeyOfAnotherAccountIsNotFound() {
        String id = PasskeyRequests.register(Signet.createUser().login(), PasskeyDevice.create());
        Tokens other = Signet.createUser().login();

        assertProblem(PasskeyRequests.rename(other, id, "mine"), 404, "not_found");
        assertProblem(PasskeyRequests.remove(other, id), 404, "not_found");
    }

    @Test
    void passkeyRemovalEndsEveryOtherSession() {
        TestUser user = Signet.createUser();
        Tokens session = user.login();
        PasskeyDevice device = PasskeyDevice.create();
        String id = PasskeyRequests.register(session, device);
        Tokens byPasskey = Signet.tokens(PasskeyRequests.login(device));

        PasskeyRequests.remove(session, id).then().statusCode(204);

        Signet.me(byPasskey.access()).then().statusCode(401);
        Signet.me(session.access()).then().statusCode(200);
    }

    @Test
    void lastPasskeyOfAccountWithoutPasswordIsNotRemoved() {
        Tokens session = signInByLink(createUserWithoutPassword());
        String first = PasskeyRequests.register(session, PasskeyDevice.create());

        assertProblem(PasskeyRequests.remove(session, first), 409, "last_sign_in_method");

        PasskeyRequests.register(session, PasskeyDevice.create());
        PasskeyRequests.remove(session, first).then().statusCode(204);
        PasskeyRequests.list(session).then().body("items", hasSize(1));
    }

    @Test
    @Journey
    void administratorRemovesAllPasskeysOfAnAccount() {
        TestUser user = Signet.createUser();
        Tokens session = user.login();
        PasskeyDevice device = PasskeyDevice.create();
        PasskeyRequests.register(session, device);
        String path = "/admin/accounts/" + user.id() + "/passkeys";
        Signet.bearer(session.access()).delete(path).then().statusCode(403);

        Signet.adminRequest().delete(path).then().statusCode(204);

        Signet.me(session.access()).then().statusCode(401);
        assertProblem(PasskeyRequests.login(device), 401, "invalid_credentials");
        PasskeyRequests.list(user.login()).then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"public-key\"}",
                "{\"type\":\"public-key\",\"id\":\"AA\",\"response\":{}}",
                "{\"type\":\"password\",\"id\":\"AA\",\"response\":{\"clientDataJSON\":\"AA\",\"attestationObject\":\"AA\"}}",
                "{\"type\":\"public-key\",\"id\":\"A+\",\"response\":{\"clientDataJSON\":\"AA\",\"attestationObject\":\"AA\"}}",
                "{\"type\":\"public-key\",\"id\":7,\"response\":{\"clientDataJSON\":\"AA\",\"attestationObject\":\"AA\"}}",
                "{\"type\":\"public-key\",\"id\":\"AA\",\"response\":{\"clientDataJSON\":\"AA\",\"attestationObject\":\"AA\"}}",
                "{\"type\":\"public-key\",\"id\":\"AA\",\"response\":{\"clientDataJSON\":\"e30\",\"attestationObject\":\"oA\"}}"
            })
    void malformedCredentialIsAClientError(String credential) {
        Tokens session = Signet.createUser().login();
        Started started = PasskeyRequests.startRegistration(session);

        Response response = Signet.bearer(session.access())
                .contentType("application/json")
                .body("{\"ceremony\":\"" + started.ceremony() + "\",\"credential\":" + credential + "}")
                .post(PasskeyRequests.PATH);

        assertProblem(response, 400, "invalid_request").body("member", equalTo("credential"));
    }

    @Test
    void tooLongCredentialIsAClientError() {
        Tokens session = Signet.createUser().login();
        Started started = PasskeyRequests.startRegistration(session);
        Map<String, Object> response =
                Map.of("clientDataJSON", "A".repeat(8_000), "attestationObject", "A".repeat(40_000));

        assertProblem(
                PasskeyRequests.finishRegistration(
                        session, started, Map.of("type", "public-key", "id", "AAAA", "response", response), null),
                400,
                "invalid_request");
    }

    private static MailUser createUserWithoutPassword() {
        String username = "person-" + UUID.randomUUID();
        String email = username + "@example.com";
        String id = Signet.adminRequest()
                .body(Map.of("username", username, "email", email, "email_verified", true))
                .post("/admin/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new MailUser(new TestUser(id, username), email);
    }

    private static Tokens signInByLink(MailUser user) {
        try (SmtpSink sink = SmtpSink.start()) {
            return Signet.tokens(MailUser.use(user.token(sink, "sign-in"), Map.of()));
        }
    }
}
