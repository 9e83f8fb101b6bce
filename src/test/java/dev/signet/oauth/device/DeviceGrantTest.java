package dev.signet.oauth.device;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.oauth.TokenLimit;
import dev.signet.tokens.grant.AuthenticationContext;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.oauth.OAuth.deviceRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@OnBothStacks
class DeviceGrantTest {

    @Inject
    DeviceGrants devices;

    @Inject
    DataSource database;

    @Test
    void deviceGetsTwoCodes() {
        deviceRequest(television(), "openid")
                .send()
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("device_code", matchesPattern("sgv_[A-Za-z0-9_-]{43}"))
                .body("user_code", matchesPattern("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"))
                .body("verification_uri", equalTo("http://localhost:8080/device"))
                .body("verification_uri_complete", startsWith("http://localhost:8080/device?user_code="))
                .body("expires_in", equalTo(600))
                .body("interval", equalTo(5));
    }

    @Test
    void deviceGetsTokensAfterApproval() {
        TestClient television = television();
        TestUser user = Signet.createUser("reader");
        Response codes = deviceRequest(television, "openid offline_access").send();

        assertOAuthError(poll(television, codes), 400, "authorization_pending");
        assertThat(approve(user, codes, "openid offline_access")).isTrue();
        Response tokens = poll(television, codes);

        tokens.then().statusCode(200).body("refresh_token", startsWith("sgr_"));
        JsonNode claims = OAuth.claims(OAuth.accessToken(tokens));
        assertThat(claims.get("sub").asText()).isEqualTo(user.id());
        assertThat(claims.get("client_id").asText()).isEqualTo(television.id());
        assertOAuthError(poll(television, codes), 400, "invalid_grant");
        tokenRequest(television)
                .refresh(tokens.path("refresh_token"))
                .send()
                .then()
                .statusCode(200);
    }

    @Test
    void deviceThatPollsTooFastGetsSlowDown() throws SQLException {
        TestClient television = television();
        Response codes = deviceRequest(television, "openid").send();
        poll(television, codes).then().body("error", equalTo("authorization_pending"));

        assertOAuthError(poll(television, codes), 400, "slow_down");

        // The fast poll increased the interval to ten seconds, and the next one increases it to fifteen.
        backdatePoll(codes, 8);
        poll(television, codes).then().body("error", equalTo("slow_down"));
        backdatePoll(codes, 16);
        poll(television, codes).then().body("error", equalTo("authorization_pending"));
    }

    @Test
    void deniedDeviceGetsAccessDenied() {
        TestClient television = television();
        TestUser user = Signet.createUser();
        Response codes = deviceRequest(television, "openid").send();
        UUID account = UUID.fromString(user.id());
        PendingDevice device = devices.find(account, codes.path("user_code")).orElseThrow();

        assertThat(devices.deny(device.id(), account)).isTrue();

        assertOAuthError(poll(television, codes), 400, "access_denied");
        assertThat(devices.approve(device.id(), approval(user, "openid"))).isFalse();
        assertThat(devices.find(account, codes.path("user_code"))).isEmpty();
    }

    @Test
    void codesExpire() throws SQLException {
        TestClient television = television();
        TestUser user = Signet.createUser();
        Response codes = deviceRequest(television, "openid").send();
        expire(codes);

        assertThat(devices.find(UUID.fromString(user.id()), codes.path("user_code")))
                .isEmpty();
        assertOAuthError(poll(television, codes), 400, "expired_token");
    }

    @Test
    void deviceCodeOfAnotherClientIsUnknown() {
        Response codes = deviceRequest(television(), "openid").send();
        approve(Signet.createUser(), codes, "openid");

        assertOAuthError(poll(television(), codes), 400, "invalid_grant");
    }

    @Test
    void concurrentPollsOfApprovedDeviceOpenOneSession() throws Exception {
        TestClient television = television();
        Response codes = deviceRequest(television, "openid").send();
        approve(Signet.createUser(), codes, "openid");
        ExecutorService pool = Executors.newFixedThreadPool(10);
        try {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(pool.submit(() -> poll(television, codes).statusCode()));
            }
            int won = 0;
            for (Future<Integer> call : calls) {
                won += call.get() == 200 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void tooLargeTokensLeaveApprovedDeviceCodeUnused() {
        for (String place : List.of("access_token", "id_token")) {
            TestClient television = television();
            TestUser user = Signet.createUser();
            Response codes = deviceRequest(television, "openid").send();
            approve(user, codes, "openid");
            TokenLimit.setClaims(television, TokenLimit.claims(place, TokenLimit.LIMIT));

            TokenLimit.requireTooLarge(poll(television, codes), "oken");
            TokenLimit.requireTooLarge(poll(television, codes), "oken");

            TokenLimit.requireRecorded("subject", user.id());
            TokenLimit.setClaims(television, null);
            poll(television, codes).then().statusCode(200);
        }
    }

    @Test
    void accountDisabledAfterApprovalGetsNoTokens() {
        TestClient television = television();
        TestUser user = Signet.createUser();
        Response codes = deviceRequest(television, "openid").send();
        approve(user, codes, "openid");
        Signet.adminRequest()
                .body(Map.of("enabled", false))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);

        assertOAuthError(poll(television, codes), 400, "invalid_grant");
    }

    @Test
    void userCodeIsFoundInAnyNotation() {
        UUID account = UUID.fromString(Signet.createUser().id());
        String code = deviceRequest(television(), "openid").send().path("user_code");

        for (String typed : List.of(
                code, code.replace("-", ""), code.toLowerCase(Locale.ROOT), " " + code.replace("-", " ") + " ")) {
            assertThat(devices.find(account, typed)).isPresent();
        }
        for (String wrong : List.of("", "AEIO-UAEI", code + "B", code.substring(1), "B".repeat(1_000))) {
            assertThat(devices.find(account, wrong)).isEmpty();
        }
    }

    @Test
    void guessingUserCodesIsLimited() {
        UUID account = UUID.fromString(Signet.createUser().id());
        for (int i = 0; i < 10; i++) {
            assertThat(devices.find(account, "BBBB-BBBB")).isEmpty();
        }

        assertThatThrownBy(() -> devices.find(account, "BBBB-BBBB"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS));
    }

    @Test
    void expiredDevicesAreRemovedAfterGracePeriod() throws SQLException {
        TestClient television = television();
        Response late = deviceRequest(television, "openid").send();
        Response old = deviceRequest(television, "openid").send();
        change(late, "expires_at = expires_at - interval '11' minute");
        change(old, "expires_at = expires_at - interval '21' minute");

        Sweep.table("device_grant");

        poll(television, late).then().body("error", equalTo("expired_token"));
        poll(television, old).then().body("error", equalTo("invalid_grant"));
    }

    @Test
    void approvalBeyondRequestedScopeIsRejected() {
        TestUser user = Signet.createUser();
        Response codes = deviceRequest(television(), "openid").send();

        assertThatThrownBy(() -> approve(user, codes, "openid profile"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.INVALID_SCOPE));
    }

    @Test
    void unregisteredGrantOrScopeIsRejected() {
        TestClient machine = OAuth.machine("openid");

        assertOAuthError(deviceRequest(machine, "openid").send(), 400, "unauthorized_client");
        assertOAuthError(deviceRequest(television(), "everything").send(), 400, "invalid_scope");
        deviceRequest(new TestClient("nobody", null), "openid").send().then().statusCode(401);
    }

    private static TestClient television() {
        return TestClient.register(Map.of(
                "client_name",
                "television",
                "grant_types",
                List.of(OAuth.DEVICE_CODE, "refresh_token"),
                "scope",
                "openid profile offline_access",
                "token_endpoint_auth_method",
                "none"));
    }

    private static Response poll(TestClient client, Response codes) {
        return tokenRequest(client).deviceCode(codes.path("device_code")).send();
    }

    private boolean approve(TestUser user, Response codes, String scope) {
        PendingDevice device = devices.find(UUID.fromString(user.id()), codes.path("user_code"))
                .orElseThrow();
        return devices.approve(device.id(), approval(user, scope));
    }

    private static DeviceApproval approval(TestUser user, String scope) {
        return new DeviceApproval(
                UUID.fromString(user.id()),
                Scope.ofText(scope),
                new AuthenticationContext("aal1", List.of("pwd"), Instant.now()),
                null);
    }

    private void backdatePoll(Response codes, int seconds) throws SQLException {
        change(codes, "polled_at = polled_at - interval '" + seconds + "' second");
    }

    private void expire(Response codes) throws SQLException {
        change(codes, "expires_at = current_timestamp");
    }

    private void change(Response codes, String assignment) throws SQLException {
        UUID account = UUID.fromString(Signet.createUser().id());
        UUID id = devices.find(account, codes.path("user_code")).orElseThrow().id();
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update device_grant set " + assignment + " where id = ?")) {
            update.setObject(1, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
