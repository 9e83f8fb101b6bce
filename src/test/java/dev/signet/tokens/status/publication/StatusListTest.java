package dev.signet.tokens.status.publication;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OptionalFeatures;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.oauth.OAuth.revocationRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static dev.signet.tokens.status.publication.PublishedList.awaitRevoked;
import static dev.signet.tokens.status.publication.PublishedList.fetch;
import static dev.signet.tokens.status.publication.PublishedList.indexOf;
import static dev.signet.tokens.status.publication.PublishedList.revokes;
import static dev.signet.tokens.status.publication.PublishedList.uriOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@TestProfile(OptionalFeatures.class)
class StatusListTest {

    @Test
    @Journey
    void listIsPublicSignedCacheableToken() throws Exception {
        String uri = uriOf(Signet.createUser().login().access());

        Response response = fetch(uri);

        JwtClaims claims = PublishedList.claims(uri);
        response.then()
                .statusCode(200)
                .contentType(startsWith("application/statuslist+jwt"))
                .header("Cache-Control", "public, max-age=2")
                .header("ETag", startsWith("\""));
        assertThat(claims.getClaimValue("ttl", Long.class)).isEqualTo(2);
        assertThat(claims.getExpirationTime().getValue())
                .isGreaterThan(claims.getIssuedAt().getValue());
        given().header("Origin", "https://app.example")
                .get(uri.substring(TestInstallation.ISSUER.length()))
                .then()
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void matchingEntityTagReturns304() {
        String uri = uriOf(Signet.createUser().login().access());
        String path = uri.substring(TestInstallation.ISSUER.length());

        // The list may be signed again between the two calls.
        boolean unchanged = false;
        for (int i = 0; i < 50 && !unchanged; i++) {
            String etag = given().get(path).header("ETag");
            Response again = given().header("If-None-Match", etag).get(path);
            unchanged = again.statusCode() == 304;
            if (unchanged) {
                again.then().header("Cache-Control", "public, max-age=2").body(is(blankOrNullString()));
            }
        }
        assertThat(unchanged).isTrue();
    }

    @Test
    @Journey
    void endOfSessionRevokesAllItsTokens() throws Exception {
        Tokens first = Signet.createUser().login();
        Tokens second = Signet.tokens(Signet.refresh(first.refresh()));
        Tokens bystander = Signet.createUser().login();
        assertThat(revokes(first.access())).isFalse();
        assertThat(indexOf(first.access())).isNotEqualTo(indexOf(second.access()));

        Signet.bearer(second.access()).post("/auth/logout").then().statusCode(204);

        awaitRevoked(first.access());
        awaitRevoked(second.access());
        assertThat(revokes(bystander.access())).isFalse();
    }

    @Test
    void allReasonsForSessionEndAreListed() throws Exception {
        TestUser disabled = Signet.createUser();
        Tokens ofDisabled = disabled.login();
        Tokens replayed = Signet.createUser().login();
        TestUser notBefore = Signet.createUser();
        Tokens ofNotBefore = notBefore.login();

        Signet.adminRequest().body(Map.of("enabled", false)).patch("/admin/accounts/" + disabled.id());
        Tokens second = Signet.tokens(Signet.refresh(replayed.refresh()));
        Signet.refresh(second.refresh());
        Signet.refresh(replayed.refresh()).then().statusCode(401);
        Signet.adminRequest()
                .post("/admin/accounts/" + notBefore.id() + "/not-before")
                .then()
                .statusCode(200);

        awaitRevoked(ofDisabled.access());
        awaitRevoked(replayed.access());
        awaitRevoked(second.access());
        awaitRevoked(ofNotBefore.access());
    }

    @Test
    void revokedTokenIsListedAloneAndNextTokenIsValid() throws Exception {
        TestUser user = Signet.createUser();
        App app = app();
        TestClient web = app.client();
        Response opened = tokens(app, user, "openid offline_access");
        String first = opened.path("access_token");
        Response refreshed =
                tokenRequest(web).refresh(opened.path("refresh_token")).send();
        String second = OAuth.accessToken(refreshed);

        revocationRequest(web, second).send().then().statusCode(200);

        awaitRevoked(second);
        assertThat(revokes(first)).isFalse();
        String refreshToken = refreshed.path("refresh_token");
        for (int i = 0; i < 9; i++) {
            Response next = tokenRequest(web).refresh(refreshToken).send();
            assertThat(revokes(OAuth.accessToken(next))).isFalse();
            refreshToken = next.path("refresh_token");
        }
    }

    @Test
    void clientTokensHaveOwnEntriesAndAreRevokedWithClient() throws Exception {
        TestClient machine = OAuth.machine("a:read");
        Set<String> entries = new HashSet<>();
        String first = null;
        String last = null;
        for (int i = 0; i < 100; i++) {
            last = tokenRequest(machine).clientCredentials().accessToken();
            first = first == null ? last : first;
            entries.add(uriOf(last) + " " + indexOf(last));
        }
        assertThat(entries).hasSize(100);

        revocationRequest(machine, last).send().then().statusCode(200);
        awaitRevoked(last);
        assertThat(revokes(first)).isFalse();
        Signet.adminRequest().delete("/admin/clients/" + machine.id()).then().statusCode(204);

        awaitRevoked(first);
    }

    @Test
    void recreatedClientHasValidEntries() throws Exception {
        Map<String, Object> chosen = Map.of("client_id", "again-" + UUID.randomUUID());
        TestClient first = OAuth.machine("orders:read", chosen);
        String former = tokenRequest(first).clientCredentials().accessToken();
        Signet.adminRequest().delete("/admin/clients/" + first.id()).then().statusCode(204);
        TestClient second = OAuth.machine("orders:read", chosen);
        String present = tokenRequest(second).clientCredentials().accessToken();

        awaitRevoked(former);
        assertThat(revokes(present)).isFalse();
        Signet.adminRequest().delete("/admin/clients/" + second.id()).then().statusCode(204);

        awaitRevoked(present);
    }

    @Test
    void exchangedTokenIsRevokedAloneOrWithItsSession() throws Exception {
        TestUser user = Signet.createUser();
        TestClient api = api();
        String subject = tokens(app(), user, "orders:read").path("access_token");
        String kept = exchanged(api, subject);
        String revoked = exchanged(api, subject);

        revocationRequest(api, revoked).send().then().statusCode(200);
        awaitRevoked(revoked);
        assertThat(revokes(subject)).isFalse();
        assertThat(revokes(kept)).isFalse();
        Signet.adminRequest()
                .delete("/admin/accounts/" + user.id() + "/sessions")
                .then()
                .statusCode(204);

        awaitRevoked(subject);
        awaitRevoked(kept);
    }

    @Test
    void exchangedTokenIsRevokedWithActingClient() throws Exception {
        TestClient api = api();
        String subject = tokens(app(), Signet.createUser(), "orders:read").path("access_token");
        String exchanged = exchanged(api, subject);

        Signet.adminRequest().delete("/admin/clients/" + api.id()).then().statusCode(204);

        awaitRevoked(exchanged);
        assertThat(revokes(subject)).isFalse();
    }

    @Test
    void indexesDoNotRevealOrderOfIssue() {
        TreeSet<Integer> indexes = new TreeSet<>();
        boolean falling = false;
        boolean rising = false;
        int before = -1;
        for (int i = 0; i < 20; i++) {
            String token =
                    tokenRequest(OAuth.machine("a:read")).clientCredentials().accessToken();
            int index = indexOf(token);
            falling |= before > index;
            rising |= before >= 0 && before < index;
            before = index;
            indexes.add(index);
        }

        assertThat(indexes.last() - indexes.first()).isGreaterThan(1 << 18);
        assertThat(falling && rising).isTrue();
    }

    @Test
    void unknownListsAreNotFound() {
        for (String id : List.of("0", "-1", "x", "1x", "999999999", "01", "9999999999999999999")) {
            assertProblem(given().get("/status-lists/" + id), 404, "not_found");
        }
    }

    @Test
    void allListsAreNamedAtMetadataEndpoint() {
        String uri = uriOf(Signet.createUser().login().access());

        given().get("/.well-known/oauth-authorization-server")
                .then()
                .body("status_list_aggregation_endpoint", equalTo(TestInstallation.ISSUER + "/status-lists"));
        given().get("/status-lists")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("status_lists", hasItem(uri));
    }

    @Test
    void listIsRejectedAsAccessToken() {
        String list = fetch(uriOf(Signet.createUser().login().access())).asString();

        Signet.me(list).then().statusCode(401);
        Signet.verify(list).then().statusCode(200).body("active", equalTo(false));
    }

    private static App app() {
        return App.registered(Map.of(
                "first_party",
                true,
                "scope",
                "openid offline_access orders:read",
                "audiences",
                List.of("https://api.example")));
    }

    private static TestClient api() {
        return TestClient.register(Map.of(
                "client_name",
                "api",
                "grant_types",
                List.of(OAuth.TOKEN_EXCHANGE),
                "scope",
                "orders:read",
                "audiences",
                List.of("https://api.example")));
    }

    private static Response tokens(App app, TestUser user, String scope) {
        String code = app.login(new Browser(), user.username(), "scope", scope, "resource", "https://api.example")
                .get("code");
        Response response = tokenRequest(app.client()).code(code).send();
        response.then().statusCode(200);
        return response;
    }

    private static String exchanged(TestClient api, String token) {
        return tokenRequest(api).exchange(token).accessToken();
    }
}
