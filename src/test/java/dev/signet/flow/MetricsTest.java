package dev.signet.flow;

import dev.signet.support.Metrics;
import dev.signet.support.accounts.MailUser;
import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.mail.SmtpSink;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static dev.signet.support.Polling.await;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Metrics of a node from its start: each action changes its counters by exactly one, and no label names its subject. */
@QuarkusTest
@TestProfile(MetricsTest.NewNode.class)
class MetricsTest {

    /** A node of its own, whose counters no other test has changed. */
    public static final class NewNode implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("signet.database.metrics-interval", "PT1S");
        }
    }

    private static final String REUSE = "signet_security_events_total{type=\"token.replayed\"}";
    private static final Set<String> COUNTERS =
            Set.of("signet_logins_total", "signet_tokens_issued_total", "signet_throttled_requests_total");

    private static Metrics atStart;

    @TestHTTPResource(value = "/metrics", management = true)
    URI url;

    @BeforeEach
    void scrapeAtStart() {
        if (atStart == null) {
            atStart = Metrics.scrape(url);
        }
    }

    @Test
    void outcomesAreZeroAtTheStart() {
        assertThat(atStart.series())
                .containsEntry("signet_logins_total{method=\"password\",outcome=\"failed\"}", 0.0)
                .containsEntry("signet_logins_total{method=\"second_factor\",outcome=\"throttled\"}", 0.0)
                .containsEntry("signet_tokens_issued_total{client_type=\"public\",grant=\"device_code\"}", 0.0)
                .containsEntry("signet_throttled_requests_total{limit=\"per-account\"}", 0.0)
                .containsEntry("signet_event_deliveries_total{outcome=\"parked\"}", 0.0)
                .containsEntry("signet_jwks_requests_total{document=\"jwks.json\",status=\"304\"}", 0.0)
                .containsEntry("signet_password_hash_rejections_total", 0.0)
                .containsEntry("signet_token_grant_seconds_count{grant=\"jwt_bearer\"}", 0.0)
                .containsEntry("signet_security_events_total{type=\"key.compromised\"}", 0.0)
                .containsEntry(REUSE, 0.0);
    }

    @Test
    void everyMetricHasHelp() {
        assertThat(Metrics.scrape(url).help().entrySet())
                .filteredOn(family -> family.getKey().startsWith("signet_"))
                .hasSizeGreaterThan(15)
                .allSatisfy(family -> assertThat(family.getValue()).hasSizeGreaterThan(15));
    }

    @Test
    void loginCountsOnceByOutcome() {
        TestUser user = Signet.createUser();

        assertThat(changesBy(user::login))
                .isEqualTo(Map.of(login("password", "succeeded"), 1.0, issued("first_party", "login"), 1.0));
        assertThat(changesBy(() -> Signet.loginRequest(user.username(), "a wrong passphrase")
                        .send()))
                .isEqualTo(Map.of(login("password", "failed"), 1.0));
    }

    @Test
    void secondFactorCountsByItself() {
        SecondFactor factor = SecondFactor.enrolled();
        List<String> mfaToken = new ArrayList<>();

        assertThat(changesBy(() -> mfaToken.add(factor.mfaToken())))
                .isEqualTo(Map.of(login("password", "second_factor_required"), 1.0));
        assertThat(changesBy(() -> SecondFactor.finish(mfaToken.get(0), "000000")))
                .isEqualTo(Map.of(login("second_factor", "failed"), 1.0));
        assertThat(changesBy(() -> SecondFactor.finish(
                        mfaToken.get(0), factor.authenticator().next())))
                .isEqualTo(Map.of(login("second_factor", "succeeded"), 1.0, issued("first_party", "login"), 1.0));
    }

    @Test
    void rejectedAttemptNamesItsLimit() {
        TestUser user = Signet.createUser();
        for (int attempt = 0; attempt < 10; attempt++) {
            Signet.loginRequest(user.username(), "a wrong passphrase").send();
        }

        assertThat(changesBy(() -> user.loginRequest().send().then().statusCode(429)))
                .isEqualTo(Map.of(
                        login("password", "throttled"),
                        1.0,
                        "signet_throttled_requests_total{limit=\"per-account\"}",
                        1.0));
    }

    @Test
    void refreshAndReuseCountOnce() {
        Tokens first = Signet.createUser().login();
        List<Tokens> later = new ArrayList<>();

        assertThat(changesBy(() -> later.add(Signet.tokens(Signet.refresh(first.refresh())))))
                .isEqualTo(Map.of(issued("first_party", "refresh_token"), 1.0));
        Signet.refresh(later.get(0).refresh()).then().statusCode(200);
        Metrics before = Metrics.scrape(url);
        Signet.refresh(first.refresh()).then().statusCode(401);

        Metrics after = Metrics.scrape(url);
        assertThat(after.changesSince(before, COUNTERS)).isEmpty();
        assertThat(after.changesSince(before, Set.of("signet_security_events_total")))
                .containsEntry(REUSE, 1.0);
    }

    @Test
    void grantsCountByClientType() {
        TestClient machine = OAuth.machine("orders:read");
        App app = App.trusted();
        App publicApp = App.registered(Map.of("first_party", true, "token_endpoint_auth_method", "none"));
        String username = Signet.createUser().username();
        List<Response> responses = new ArrayList<>();

        assertThat(changesBy(() -> tokenRequest(machine).clientCredentials().accessToken()))
                .isEqualTo(Map.of(issued("confidential", "client_credentials"), 1.0));
        String code = app.login(new Browser(), username, "scope", "openid offline_access")
                .get("code");
        assertThat(changesBy(() -> responses.add(
                        tokenRequest(app.client()).code(String.valueOf(code)).send())))
                .isEqualTo(Map.of(issued("confidential", "authorization_code"), 1.0));
        String refreshToken = responses.get(0).path("refresh_token");
        assertThat(changesBy(
                        () -> tokenRequest(app.client()).refresh(refreshToken).send()))
                .isEqualTo(Map.of(issued("confidential", "refresh_token"), 1.0));
        assertThat(changesBy(
                        () -> tokenRequest(app.client()).refresh("sgr_wrong").send()))
                .isEmpty();
        String publicCode = publicApp.login(new Browser(), username).get("code");
        assertThat(changesBy(() -> tokenRequest(publicApp.client())
                        .code(String.valueOf(publicCode))
                        .send()))
                .isEqualTo(Map.of(issued("public", "authorization_code"), 1.0));
    }

    @Test
    void jwksRequestsCountByStatus() {
        Metrics before = Metrics.scrape(url);
        String etag = given().get("/.well-known/jwks.json").header("ETag");
        given().header("If-None-Match", etag)
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(304);

        assertThat(Metrics.scrape(url).changesSince(before, Set.of("signet_jwks_requests_total")))
                .isEqualTo(Map.of(
                        "signet_jwks_requests_total{document=\"jwks.json\",status=\"200\"}", 1.0,
                        "signet_jwks_requests_total{document=\"jwks.json\",status=\"304\"}", 1.0));
    }

    @Test
    void valuesOfTheDatabaseAreRead() {
        Signet.createUser().login();

        await().untilAsserted(() -> assertThat(Metrics.scrape(url).series())
                .containsEntry("signet_database_reachable", 1.0)
                .containsEntry("signet_deliveries_waiting{queue=\"logout\"}", 0.0)
                .containsEntry("signet_deliveries_oldest_age_seconds{queue=\"webhook\"}", 0.0)
                .hasEntrySatisfying("signet_sessions", live -> assertThat(live).isPositive())
                .hasEntrySatisfying(
                        "signet_table_rows{table=\"session\"}",
                        rows -> assertThat(rows).isPositive()));
    }

    @Test
    void labelsContainNoSecretAndNoSubject() {
        List<String> subjects = new ArrayList<>();
        try (SmtpSink sink = SmtpSink.start()) {
            MailUser user = MailUser.create();
            String link = user.token(sink, "sign-in");
            MailUser.use(link, Map.of()).then().statusCode(200);
            Signet.loginRequest(user.email(), Signet.PASSWORD).send();
            subjects.addAll(List.of(user.email(), user.username(), user.user().id(), link));
            Tokens tokens = user.user().login();
            Tokens next = Signet.tokens(Signet.refresh(tokens.refresh()));
            subjects.addAll(List.of(tokens.access(), tokens.refresh(), next.access(), next.refresh()));
        }
        App app = App.trusted();
        String code = String.valueOf(
                app.login(new Browser(), Signet.createUser().username()).get("code"));
        subjects.add(tokenRequest(app.client()).code(code).accessToken());
        subjects.addAll(List.of(code, app.client().id(), "127.0.0.1", Signet.PASSWORD));
        given().header("X-Forwarded-For", "203.0.113.77").get("/links/a-chosen-path");

        String text = Metrics.scrape(url).text();

        assertThat(text)
                .contains("/links/{token}")
                .doesNotContain("203.0.113.77")
                .doesNotContain("a-chosen-path");
        assertThat(subjects).allSatisfy(subject -> assertThat(text).doesNotContain(subject));
    }

    private Map<String, Double> changesBy(Runnable action) {
        Metrics before = Metrics.scrape(url);
        action.run();
        return Metrics.scrape(url).changesSince(before, COUNTERS);
    }

    private static String login(String method, String outcome) {
        return "signet_logins_total{method=\"" + method + "\",outcome=\"" + outcome + "\"}";
    }

    private static String issued(String clientType, String grant) {
        return "signet_tokens_issued_total{client_type=\"" + clientType + "\",grant=\"" + grant + "\"}";
    }
}
