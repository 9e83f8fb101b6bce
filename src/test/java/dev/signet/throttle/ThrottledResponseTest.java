package dev.signet.throttle;

import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The time to wait, in the response of every request that a limit rejects. {@code LinkTest}, {@code EmailChangeTest} and
 * {@code StreamTest} verify it for links, mails and streams.
 */
@QuarkusTest
@TestProfile(ThrottledResponseTest.LowLimits.class)
@OnBothStacks
class ThrottledResponseTest {

    private static final String LIMIT = "3";
    private static final int MAX_ATTEMPTS = 10;

    /** Limits that a few requests reach, and a window that no response should exceed. */
    public static final class LowLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "signet.throttle.window", "PT10M",
                    "signet.throttle.per-account", LIMIT,
                    "signet.throttle.per-known-address", LIMIT,
                    "signet.throttle.per-client", LIMIT,
                    "signet.throttle.registrations-per-address", LIMIT,
                    "signet.throttle.public-requests-per-minute", LIMIT,
                    "signet.throttle.pages-per-minute", LIMIT,
                    "signet.clients.registration", "open",
                    "signet.compat.simplejwt", "true",
                    "signet.compat.drf-jwt", "true");
        }
    }

    /** The ways to reach a limit: each returns a request that the limit rejects after some repetitions. */
    enum Way {
        LOGIN {
            @Override
            Supplier<Response> request() {
                TestUser user = Signet.createUser();
                return () -> Signet.loginRequest(user.username(), "wrong").send();
            }
        },
        SIMPLE_JWT_LOGIN {
            @Override
            Supplier<Response> request() {
                return djangoLogin("/api/token/");
            }
        },
        DRF_JWT_LOGIN {
            @Override
            Supplier<Response> request() {
                return djangoLogin("/api/jwt-auth/");
            }
        },
        SECOND_FACTOR {
            @Override
            Supplier<Response> request() {
                SecondFactor factor = SecondFactor.enrolled();
                List<String> mfaTokens = List.of(factor.mfaToken(), factor.mfaToken());
                int[] attempts = {0};
                return () -> SecondFactor.finish(
                        mfaTokens.get(attempts[0]++ % 2), factor.authenticator().wrong());
            }
        },
        CURRENT_PASSWORD {
            @Override
            Supplier<Response> request() {
                Tokens session = Signet.createUser().login();
                return () -> SecondFactor.post(session, "/auth/factors/totp", Map.of("password", "wrong"));
            }
        },
        SIGN_IN_PAGE {
            @Override
            Supplier<Response> request() {
                TestUser user = Signet.createUser();
                Browser browser = new Browser();
                Shown[] shown = {App.trusted().start(browser)};
                return () -> {
                    shown[0] = browser.signIn(shown[0], user.username(), "wrong");
                    return shown[0].response();
                };
            }
        },
        SECOND_FACTOR_PAGE {
            @Override
            Supplier<Response> request() {
                SecondFactor factor = SecondFactor.enrolled();
                Browser browser = new Browser();
                Shown[] shown = {
                    browser.signIn(App.trusted().start(browser), factor.user().username(), Signet.PASSWORD)
                };
                return () -> {
                    shown[0] = browser.submit(
                            shown[0], "otp", factor.authenticator().wrong(), "action", "continue");
                    return shown[0].response();
                };
            }
        },
        DEVICE_CODE_PAGE {
            @Override
            Supplier<Response> request() {
                Browser browser = new Browser();
                Shown[] shown = {
                    browser.signIn(
                            browser.open("/device", Map.of()),
                            Signet.createUser().username(),
                            Signet.PASSWORD)
                };
                return () -> {
                    shown[0] = browser.submit(shown[0], "user_code", "BCDF-GHJK", "action", "continue");
                    return shown[0].response();
                };
            }
        },
        AUTHORIZATION_PAGE {
            @Override
            Supplier<Response> request() {
                App app = App.trusted();
                return () -> app.start(new Browser()).response();
            }
        },
        CLIENT_SECRET {
            @Override
            Supplier<Response> request() {
                TestClient client = OAuth.machine("read");
                TestClient wrong = new TestClient(client.id(), "wrong");
                return () -> OAuth.tokenRequest(wrong).clientCredentials().send();
            }
        },
        CLIENT_REGISTRATION {
            @Override
            Supplier<Response> request() {
                return () -> given().contentType(ContentType.JSON)
                        .body(Map.of("client_name", "Throttled", "redirect_uris", List.of(App.REDIRECT_URI)))
                        .post("/oauth2/register");
            }
        },
        PUSHED_REQUEST {
            @Override
            Supplier<Response> request() {
                App app = App.registered(Map.of("token_endpoint_auth_method", "none"));
                return () -> OAuth.parRequest().with(app.request()).send();
            }
        },
        DEVICE_AUTHORIZATION {
            @Override
            Supplier<Response> request() {
                TestClient client = TestClient.register(Map.of(
                        "client_name",
                        "Television",
                        "token_endpoint_auth_method",
                        "none",
                        "grant_types",
                        List.of(OAuth.DEVICE_CODE)));
                return () -> OAuth.deviceRequest(client, "openid").send();
            }
        };

        abstract Supplier<Response> request();

        private static Supplier<Response> djangoLogin(String path) {
            TestUser user = Signet.createUser();
            return () -> given().contentType(ContentType.JSON)
                    .body(Map.of("username", user.username(), "password", "wrong"))
                    .post(path);
        }
    }

    @Inject
    DataSource database;

    @BeforeEach
    void clearCounts() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from attempt_counter");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rejectedRequestNamesTheTimeToWait(Way way) {
        Supplier<Response> request = way.request();
        Response response = request.get();
        for (int i = 0; i < MAX_ATTEMPTS && response.statusCode() != 429; i++) {
            response = request.get();
        }

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().getValues("Retry-After"))
                .singleElement()
                .satisfies(wait -> assertThat(Integer.parseInt(wait)).isBetween(3, 600));
    }
}
