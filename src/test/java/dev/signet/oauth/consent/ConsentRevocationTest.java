package dev.signet.oauth.consent;

import dev.signet.clients.Scope;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.IssuedCode;
import dev.signet.oauth.device.DeviceApproval;
import dev.signet.oauth.device.DeviceGrants;
import dev.signet.oauth.device.PendingDevice;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.web.paging.PageRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.oauth.OAuth.deviceRequest;
import static dev.signet.support.oauth.OAuth.parRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * End of consents, unused codes, approved devices and pushed requests with their consent, their client or its redirect
 * URIs.
 */
@QuarkusTest
@OnBothStacks
class ConsentRevocationTest {

    private static final String OTHER_URI = "https://web.example/other";
    private static final List<String> AUDIENCE = List.of(IssuedCode.API);
    private static final Scope SCOPE = Scope.ofText("openid");

    private TestUser user;
    private UUID account;

    @Inject
    ConsentService consents;

    @Inject
    AuthorizationCodes codes;

    @Inject
    DeviceGrants devices;

    @BeforeEach
    void createAccount() {
        user = Signet.createUser();
        account = UUID.fromString(user.id());
    }

    @Test
    void revokedConsentDeletesUnusedCodesOfAccountAndClient() {
        TestClient client = IssuedCode.webClient();
        TestClient other = IssuedCode.webClient();
        TestUser another = Signet.createUser();
        IssuedCode code = IssuedCode.of(codes, client, user, "openid");
        IssuedCode ofOtherClient = IssuedCode.of(codes, other, user, "openid");
        IssuedCode ofOtherAccount = IssuedCode.of(codes, client, another, "openid");
        consents.grant(account, client.id(), AUDIENCE, SCOPE);

        revoke(client);

        assertOAuthError(code.redeem(), 400, "invalid_grant");
        ofOtherClient.redeem().then().statusCode(200);
        ofOtherAccount.redeem().then().statusCode(200);
    }

    @Test
    void consentsAreListedInPages() {
        TestClient client = IssuedCode.webClient();
        for (int i = 1; i <= 3; i++) {
            consents.grant(account, client.id(), List.of("https://api-" + i + ".example"), SCOPE);
        }
        RequestSpecification caller = Signet.bearer(user.login().access());

        Response first = given(caller).get("/auth/consents?limit=2");
        Response last = given(caller).get("/auth/consents?limit=2&after=" + first.path("next"));

        assertThat(first.<List<String>>path("items.audience[0]")).containsExactly("https://api-3.example");
        assertThat(first.<List<String>>path("items.id")).hasSize(2);
        assertThat(last.<List<List<String>>>path("items.audience")).containsExactly(List.of("https://api-1.example"));
        assertThat(last.<String>path("next")).isNull();
    }

    @Test
    void revokedConsentDeniesApprovedDevice() {
        TestClient television = createTelevision(Map.of());
        Response device = approved(television);
        consents.grant(account, television.id(), AUDIENCE, SCOPE);

        revoke(television);

        assertOAuthError(poll(television, device), 400, "access_denied");
    }

    @Test
    void codeBeingIssuedSilentlyEndsWithTheConsent() throws Exception {
        TestClient client = IssuedCode.webClient();
        consents.grant(account, client.id(), AUDIENCE, SCOPE);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch revoking = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<IssuedCode> issuing =
                    threads.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                        assertThat(consents.lock(account, client.id(), AUDIENCE, SCOPE))
                                .isTrue();
                        held.countDown();
                        revoking.await();
                        return IssuedCode.of(codes, client, user, "openid");
                    }));
            held.await();
            Future<?> revocation = threads.submit(() -> {
                revoking.countDown();
                revoke(client);
            });

            IssuedCode code = issuing.get();
            revocation.get();

            assertOAuthError(code.redeem(), 400, "invalid_grant");
            assertThat((boolean) QuarkusTransaction.requiringNew()
                            .call(() -> consents.lock(account, client.id(), AUDIENCE, SCOPE)))
                    .isFalse();
        } finally {
            revoking.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void changedRedirectUrisOfSelfRegisteredClientEndItsConsents() {
        Response registered = selfRegistered();
        TestClient client = TestClient.of(registered);
        TestClient other = IssuedCode.webClient();
        consents.grant(account, client.id(), AUDIENCE, SCOPE);
        consents.grant(account, other.id(), AUDIENCE, SCOPE);

        Response renamed = replace(registered, List.of(OTHER_URI, IssuedCode.REDIRECT_URI));
        assertThat(consents.hasConsentFor(account, client.id(), AUDIENCE, SCOPE))
                .isTrue();
        replace(renamed, List.of(IssuedCode.REDIRECT_URI));

        assertThat(consents.hasConsentFor(account, client.id(), AUDIENCE, SCOPE))
                .isFalse();
        assertThat(consents.hasConsentFor(account, other.id(), AUDIENCE, SCOPE)).isTrue();
    }

    @Test
    void changedRedirectUrisOfSelfRegisteredClientEndItsUnusedCodes() {
        Response registered = selfRegistered();
        TestClient client = TestClient.of(registered);
        IssuedCode used = code(client);
        IssuedCode unused = code(client);

        Response renamed = replace(registered, List.of(OTHER_URI, IssuedCode.REDIRECT_URI));
        used.redeem().then().statusCode(200);
        replace(renamed, List.of(IssuedCode.REDIRECT_URI, "https://web.example/another"));

        assertOAuthError(unused.redeem(), 400, "invalid_grant");
    }

    @Test
    void recreatedClientCannotRedeemGrantsOfDeletedClient() {
        Map<String, Object> chosen = Map.of("client_id", "again-" + UUID.randomUUID());
        TestClient former = createTelevision(chosen);
        Response approved = approved(former);
        Response waiting = deviceRequest(former, "openid").send();
        IssuedCode code = IssuedCode.of(codes, former, user, "openid");
        App app = new App(former);
        String requestUri = parRequest()
                .with(app.request("scope", "openid", "redirect_uri", IssuedCode.REDIRECT_URI))
                .send()
                .then()
                .statusCode(201)
                .extract()
                .path("request_uri");

        Signet.adminRequest().delete("/admin/clients/" + former.id()).then().statusCode(204);
        TestClient present = createTelevision(chosen);

        assertOAuthError(poll(present, approved), 400, "invalid_grant");
        assertOAuthError(poll(present, waiting), 400, "invalid_grant");
        assertOAuthError(code.redeem(), 400, "invalid_grant");
        assertThat(new App(present)
                        .startPushed(new Browser(), requestUri)
                        .page()
                        .text())
                .contains("invalid_request_uri");
    }

    private static Response selfRegistered() {
        return TestClient.selfRegister(Map.of("redirect_uris", List.of(IssuedCode.REDIRECT_URI, OTHER_URI)));
    }

    // Replaces a registration by its registration access token (RFC 7592).
    private static Response replace(Response registered, List<String> redirectUris) {
        String id = registered.path("client_id");
        Response replaced = Signet.bearer(registered.path("registration_access_token"))
                .contentType(ContentType.JSON)
                .body(Map.of("client_id", id, "redirect_uris", redirectUris, "client_name", "Renamed"))
                .put("/oauth2/register/{id}", id);
        replaced.then().statusCode(200);
        return replaced;
    }

    private IssuedCode code(TestClient client) {
        List<String> userInfo = List.of(TestInstallation.ISSUER + "/oauth2/userinfo");
        return IssuedCode.builder(client, user, "openid").audience(userInfo).issue(codes);
    }

    private void revoke(TestClient client) {
        UUID id = consents.list(account, new PageRequest(200, null)).items().stream()
                .filter(consent -> consent.clientId().equals(client.id()))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(consents.revoke(account, id)).isTrue();
    }

    private Response approved(TestClient television) {
        Response device = deviceRequest(television, "openid").send();
        PendingDevice pending = devices.find(account, device.path("user_code")).orElseThrow();
        DeviceApproval approval = new DeviceApproval(
                account, SCOPE, new AuthenticationContext("aal1", List.of("pwd"), Instant.now()), null);
        assertThat(devices.approve(pending.id(), approval)).isTrue();
        return device;
    }

    private static Response poll(TestClient television, Response device) {
        return tokenRequest(television).deviceCode(device.path("device_code")).send();
    }

    private static TestClient createTelevision(Map<String, ?> more) {
        Map<String, Object> metadata = new HashMap<>(Map.of(
                "redirect_uris",
                List.of(IssuedCode.REDIRECT_URI),
                "grant_types",
                List.of("authorization_code", OAuth.DEVICE_CODE),
                "scope",
                "openid",
                "token_endpoint_auth_method",
                "none"));
        metadata.putAll(more);
        return TestClient.register(metadata);
    }
}
