package dev.signet.oidc.logout;

import dev.signet.support.accounts.Signet;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.server.ClientServer;
import dev.signet.support.server.ClientServer.Received;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;

/** Logout requests of clients and of other sites. */
@QuarkusTest
class LogoutTest {

    private static final String PATH = "/oauth2/logout";
    private static final String BACK = "https://app.example/bye?from=signet";

    private final Browser browser = new Browser();
    private String username;

    @BeforeEach
    void createUser() {
        username = Signet.createUser().username();
    }

    @Test
    @Journey
    void idTokenOfSignedInUserLogsOutAndRedirects() {
        App app = app();
        Response tokens = login(app);

        Shown shown = logout("id_token_hint", idToken(tokens), "post_logout_redirect_uri", BACK, "state", "a/b c");

        assertThat(shown.response().statusCode()).isEqualTo(303);
        assertThat(shown.location()).isEqualTo(BACK + "&state=a%2Fb+c");
        assertLoggedOut(app);
        assertThat(Signet.verify(tokens.path("access_token")).<Boolean>path("active"))
                .isFalse();
    }

    @Test
    void postedRequestLogsOutToo() {
        App app = app();
        Response tokens = login(app);

        Shown moved = browser.post(
                PATH,
                Map.of(
                        "id_token_hint",
                        idToken(tokens),
                        "post_logout_redirect_uri",
                        BACK,
                        "client_id",
                        app.client().id()));
        Shown shown = browser.follow(moved.location());

        assertThat(shown.location()).isEqualTo(BACK);
        assertLoggedOut(app);
    }

    @Test
    void logoutWithoutRedirectUriShowsPage() {
        App app = app();
        Response tokens = login(app);

        Shown shown = logout("id_token_hint", idToken(tokens), "ui_locales", "de");

        assertThat(shown.heading()).isEqualTo("Sie sind abgemeldet");
        assertLoggedOut(app);
    }

    @Test
    @Journey
    void logoutWithoutHintNeedsConfirmation() {
        App app = app();
        login(app);

        Shown asked = logout();
        Shown named = logout("client_id", app.client().id(), "post_logout_redirect_uri", BACK, "state", "s");

        assertThat(asked.heading()).isEqualTo("Sign out?");
        assertThat(named.page().text()).contains("Notes & <Things> wants to sign you out.");
        assertThat(named.response().header("Content-Security-Policy"))
                .contains("form-action 'self' https://app.example;")
                .contains("frame-ancestors 'none'");
        assertStillLoggedIn(app);
    }

    @Test
    void confirmedLogoutRedirects() {
        App app = app();
        login(app);
        Shown asked = logout("client_id", app.client().id(), "post_logout_redirect_uri", BACK, "state", "s");

        Shown shown = browser.submit(asked);

        assertThat(shown.location()).isEqualTo(BACK + "&state=s");
        assertLoggedOut(app);
    }

    @Test
    void redirectUriKeepsRegisteredSpelling() {
        for (String redirectUri :
                List.of("HTTPS://app.example/bye", "com.example.app:/bye", "COM.example.app://bye/now")) {
            App app = App.registered(Map.of("post_logout_redirect_uris", List.of(redirectUri)));
            login(app);

            Shown asked = logout("client_id", app.client().id(), "post_logout_redirect_uri", redirectUri);

            assertThat(asked.heading()).as(redirectUri).isEqualTo("Sign out?");
            assertThat(browser.submit(asked).location()).isEqualTo(redirectUri);
        }
    }

    @Test
    void confirmationIsBoundToBrowserAndRequest() {
        App app = app();
        login(app);
        Map<String, String> shown = logout().fields();
        Browser attacker = new Browser();
        app.login(attacker, Signet.createUser().username());
        Map<String, String> attackers =
                attacker.open(PATH, Map.of("client_id", app.client().id())).fields();

        Map<String, String> elsewhere = new HashMap<>(shown);
        elsewhere.put("client_id", app.client().id());
        elsewhere.put("post_logout_redirect_uri", BACK);
        Map<String, String> none = new HashMap<>(shown);
        none.remove("confirmation");

        for (Map<String, String> forged : List.of(elsewhere, attackers, none)) {
            assertThat(browser.post(PATH + "/confirmation", forged).response().statusCode())
                    .isEqualTo(400);
        }
        assertStillLoggedIn(app);
    }

    @Test
    void idTokenOfAnotherUserNeedsConfirmation() {
        App app = app();
        login(app);
        Response others =
                redeem(app, app.login(new Browser(), Signet.createUser().username()));

        Shown shown = logout("id_token_hint", idToken(others), "post_logout_redirect_uri", BACK);

        assertThat(shown.heading()).isEqualTo("Sign out?");
        assertStillLoggedIn(app);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://app.example/bye",
                "https://app.example/bye?from=signet&x=1",
                "https://app.example/bye?from=signet#x",
                "https://app.example/bye/../bye?from=signet",
                "HTTPS://app.example/bye?from=signet",
                "https://app.example:443/bye?from=signet",
                "https://app.example/cb",
                "//evil.example",
                "javascript:alert(1)"
            })
    void unregisteredRedirectUriIsRejected(String redirectUri) {
        App app = app();
        Response tokens = login(app);

        Shown shown = logout("id_token_hint", idToken(tokens), "post_logout_redirect_uri", redirectUri);

        assertThat(shown.response().statusCode()).isEqualTo(400);
        assertThat(shown.location()).isNull();
        assertThat(shown.response().asString()).contains("unregistered_redirect_uri");
        assertStillLoggedIn(app);
    }

    @Test
    void logoutWithoutSessionAndHintDoesNotRedirect() {
        Shown withoutSession = logout("client_id", app().client().id(), "post_logout_redirect_uri", BACK);
        Shown noClient = logout("post_logout_redirect_uri", BACK, "state", "s");

        assertThat(withoutSession.heading()).isEqualTo("You're signed out");
        assertThat(withoutSession.response().asString())
                .contains("<a href=\"" + BACK.replace("&", "&amp;") + "\">Back to ");
        assertThat(noClient.response().asString()).doesNotContain("<a ");
        assertThat(noClient.heading()).isEqualTo("You're signed out");
        assertThat(withoutSession.location()).isNull();
    }

    @Test
    void inconsistentParametersAreRejected() {
        App app = app();
        String hint = idToken(login(app));
        String changed = hint.substring(0, hint.length() - 9) + (hint.endsWith("A") ? "BBBBBBBBB" : "AAAAAAAAA");

        assertRejected(logout("id_token_hint", hint, "client_id", app().client().id()));
        assertRejected(logout("id_token_hint", changed));
        assertRejected(logout("id_token_hint", "garbage"));
        assertRejected(logout("id_token_hint", Signet.admin().access()));
        assertRejected(logout("client_id", "nobody"));
        assertRejected(browser.openTwice(PATH, Map.of("state", "a"), "state", "b"));
        assertStillLoggedIn(app);
    }

    @Test
    void idTokenOfAnotherIssuerNeedsConfirmation() {
        App app = app();
        login(app);
        String header = "{\"alg\":\"RS256\",\"kid\":\"theirs\",\"typ\":\"JWT\"}";
        String foreign = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + ".e30.AAAA";

        Shown shown = logout("id_token_hint", foreign, "post_logout_redirect_uri", BACK);

        assertThat(shown.heading()).isEqualTo("Sign out?");
        assertStillLoggedIn(app);
    }

    @Test
    @Journey
    void logoutNotifiesClientByBackchannel() throws Exception {
        try (ClientServer server = ClientServer.start()) {
            String path = "/logout/" + UUID.randomUUID();
            server.respondWith(path, 200, "");
            App app = App.registered(Map.of("first_party", true, "backchannel_logout_uri", server.url(path)));
            Response tokens = login(app);

            logout("id_token_hint", idToken(tokens));

            Received received = server.next(path);
            String token = received.body().substring("logout_token=".length());
            assertThat(OAuth.header(token).get("typ").asText()).isEqualTo("logout+jwt");
            assertThat(OAuth.claims(token).get("sid"))
                    .isEqualTo(OAuth.claims(idToken(tokens)).get("sid"));
        }
    }

    private static App app() {
        return App.registered(Map.of("first_party", true, "post_logout_redirect_uris", List.of(BACK)));
    }

    private Response login(App app) {
        return redeem(app, app.login(browser, username));
    }

    private static Response redeem(App app, Map<String, String> response) {
        Response tokens = tokenRequest(app.client()).code(response.get("code")).send();
        tokens.then().statusCode(200);
        return tokens;
    }

    private Shown logout(String... parameters) {
        Map<String, String> query = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], parameters[i + 1]);
        }
        return browser.open(PATH, query);
    }

    private void assertStillLoggedIn(App app) {
        assertThat(App.parameters(app.start(browser, "prompt", "none"))).containsKey("code");
    }

    private void assertLoggedOut(App app) {
        assertThat(App.parameters(app.start(browser, "prompt", "none"))).containsEntry("error", "login_required");
    }

    private static void assertRejected(Shown shown) {
        assertThat(shown.response().statusCode()).isEqualTo(400);
        assertThat(shown.location()).isNull();
        assertThat(shown.heading()).isEqualTo("Something went wrong");
    }

    private static String idToken(Response tokens) {
        return tokens.path("id_token");
    }
}
